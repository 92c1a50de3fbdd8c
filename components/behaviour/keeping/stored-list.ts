/**
 * A list that this device keeps, without the items that are not of the given shape: it may have been
 * written by an older Earmark, or by hand. By hand here too: a validator would weigh more than all else.
 */
export function storedList<T extends object>(
  key: string,
  shape: Partial<Record<keyof T, 'string' | 'number' | 'boolean' | 'object'>>,
): T[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored.filter((item): item is T => {
      if (typeof item !== 'object' || item === null) return false;
      return Object.entries(shape).every(([name, type]) => typeof item[name] === type);
    });
  } catch {
    return [];
  }
}
