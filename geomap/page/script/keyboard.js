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
    else if (words) store.set({ search: '' });
    else if (document && document !== store.home) store.closeDocument();
  }

  function moveInList(event) {
    const row = event.target.closest('.row');
    const isSearch = event.target.id === 'search' && event.key === 'ArrowDown';
    if (!row && !isSearch) return;
    const rows = [...(row ? row.parentElement : byId('place-rows')).querySelectorAll('.row')];
    const next = rows[rows.indexOf(row) + (event.key === 'ArrowDown' ? 1 : -1)];
    event.preventDefault();
    if (next) next.focus();
    else if (event.key === 'ArrowUp' && row.dataset.place) byId('search').focus();
  }

  geomap.listenToKeys = listenToKeys;
})((window.geomap = window.geomap || {}));
