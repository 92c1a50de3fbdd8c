// Lists the episodes that this device keeps, the last opened first.
const list = document.getElementById('episodes');

async function show() {
  const pages = await caches.open('earmark-pages-1');
  const requests = (await pages.keys()).reverse();
  for (const request of requests) {
    const html = await (await pages.match(request)).text();
    const title = new DOMParser().parseFromString(html, 'text/html').title;
    const link = document.createElement('a');
    link.href = new URL(request.url).pathname;
    link.textContent = title.replace(/ · Earmark$/, '');
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  list.hidden = requests.length === 0;
  document.getElementById('kept').hidden = requests.length === 0;
  document.getElementById('none').hidden = requests.length > 0;
}

show();
