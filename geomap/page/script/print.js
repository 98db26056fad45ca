/** On paper: a clean map with numbers, and the list of places they stand for. */
(function (geomap) {
  'use strict';

  const { make, byId } = geomap.dom;
  const { text } = geomap;

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
    const places = store.shown.filter((place) => place.form !== 'unresolved').slice(0, MOST);
    const numbers = new Map(places.map((place, i) => [place, i + 1]));
    const picture = geomap.theme.borrow('light', () => geomap.drawPicture(mapView, { density: 2, numbers, size: SIZE }));
    picture.className = 'print-map';
    const { title, subtitle } = store.model.look;
    byId('print').replaceChildren(
      make('h1', { dir: 'auto' }, title),
      subtitle ? make('p', { dir: 'auto' }, subtitle) : '',
      picture,
      make('ol', {}, ...places.map((place) => row(place))),
    );
  }

  function row(place) {
    const path = place.path.join(', ') || text.kind(place);
    return make('li', {}, make('b', { dir: 'auto' }, place.name), make('span', { dir: 'auto' }, ' ' + path + ' · ' + geomap.text.say('nMentions', { n: place.count })));
  }

  geomap.listenToPrint = listenToPrint;
})((window.geomap = window.geomap || {}));
