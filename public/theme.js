// Before the first paint: how the reader likes to read, if they chose, and a sign that scripts run.
document.documentElement.classList.add('js');
try {
  const choices = {
    theme: ['light', 'dark'],
    size: ['smaller', 'larger', 'largest'],
    face: ['sans'],
    width: ['narrow', 'wide'],
    offline: ['none'],
  };
  for (const [name, values] of Object.entries(choices)) {
    const value = localStorage.getItem(name);
    if (values.includes(value)) document.documentElement.dataset[name] = value;
  }
} catch {
  // Storage may be closed to us; the usual then holds.
}
