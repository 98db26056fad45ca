/** On paper: a clean map with numbers, and the list of places they stand for. */
(function (geomap) {
  'use strict';

  const { make, byId } = geomap.dom;
  const { text, picture, signs } = geomap;
  const { say } = text;

  /** More places than this are no list that one reads. */
  const MOST = 400;

  /** Of the map, in CSS pixels: the width of a page and somewhat more than half its height. */
  const SIZE = { x: 1000, y: 660 };

  /**
   * @param {Object} store
   * @param {Object} mapView
   */
  function listenToPrint(store, mapView) {
    addEventListener('beforeprint', () => fill(store, mapView));
    addEventListener('afterprint', () => byId('print').replaceChildren());
  }

  function fill(store, mapView) {
    const found = store.shown.filter((place) => place.form !== 'unresolved');
    const listed = found.slice(0, MOST);
    const view = picture.viewOf(mapView, SIZE);
    const numbered = signs.numberPlaces(view, listed);
    const map = geomap.theme.borrow('light', () => picture.drawVector(mapView, view, numbered));
    map.setAttribute('class', 'print-map');
    const onMap = new Set(numbered.flatMap((sign) => sign.places));
    const beside = listed.filter((place) => !onMap.has(place));
    const { title, subtitle } = store.model.look;
    byId('print').replaceChildren(
      make('h1', { dir: 'auto' }, title),
      subtitle ? make('p', { dir: 'auto' }, subtitle) : '',
      map,
      make('ol', {}, ...numbered.map((sign) => make('li', {}, ...sign.places.map(row)))),
      ...(beside.length ? [make('h2', {}, say('withoutNumber')), make('ul', {}, ...beside.map((place) => make('li', {}, row(place))))] : []),
      found.length > MOST ? make('p.print-more', {}, say('nMorePlaces', { n: found.length - MOST })) : '',
    );
  }

  function row(place) {
    const path = place.path.join(', ') || text.kind(place);
    return make(
      'div', {}, make('b', { dir: 'auto' }, place.name), ' ', make('span', { dir: 'auto' }, path), ' · ',
      make('span.print-count', {}, say('nMentions', { n: place.count })),
    );
  }

  geomap.listenToPrint = listenToPrint;
})((window.geomap = window.geomap || {}));
