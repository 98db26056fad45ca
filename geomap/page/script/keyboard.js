/** Keys: / to search, arrows in lists, Escape to go back. */
(function (geomap) {
  'use strict';

  const { byId } = geomap.dom;

  /** @param {Object} store */
  function listenToKeys(store) {
    document.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('dialog')) return;
      const isTyping = event.target.matches('input, textarea');
      if (event.key === '/' && !isTyping) search(event, store);
      else if (event.key === 'Escape') goBack(event, store);
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveInList(event);
    });
  }

  function search(event, store) {
    event.preventDefault();
    store.set({ place: null });
    geomap.showPanel('places');
    byId('search').focus();
  }

  function goBack(event, store) {
    const { place, document, search: words } = store.state;
    const isReading = event.target.closest('#documents');
    if (isReading && document && document !== store.home) store.closeDocument();
    else if (place) store.set({ place: null });
    else if (words) clearSearch(store);
    else if (document && document !== store.home) store.closeDocument();
  }

  /** The row that had the focus may be gone with the search. */
  function clearSearch(store) {
    store.set({ search: '' });
    byId('search').focus();
  }

  /** Lists that arrows move in: what is above each, the list, and its rows. */
  const LISTS = [['search', 'place-rows', '.row'], ['', 'document-rows', '.row'], ['download', 'download-menu', 'button']];

  function moveInList(event) {
    const { target, key } = event;
    const found = LISTS.find(([above, list]) => (above && target.id === above) || byId(list).contains(target));
    if (!found) return;
    const [above, list, wanted] = found;
    const rows = [...byId(list).querySelectorAll(wanted)].filter((row) => !row.disabled && row.offsetParent);
    const at = rows.indexOf(target.closest(wanted)) + (key === 'ArrowDown' ? 1 : -1);
    if (at < -1) return;
    event.preventDefault();
    if (rows[at]) rows[at].focus();
    else if (at === -1 && above) byId(above).focus();
  }

  geomap.listenToKeys = listenToKeys;
})((window.geomap = window.geomap || {}));
