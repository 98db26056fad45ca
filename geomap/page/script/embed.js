/** Inside another page a card lies on the map: a spot that was clicked moves out from under it. */
(function (geomap) {
  'use strict';

  /** Pixels between the spot and the card. */
  const GAP = 40;

  /**
   * @param {Object} store
   * @param {L.Map} map
   */
  function keepSpotsClear(store, map) {
    store.listen(({ place }, changed) => {
      const isClicked = changed.has('place') && store.cause === 'map';
      if (isClicked && place && place.form === 'point') uncover(map, place);
    });
  }

  function uncover(map, { lat, lon }) {
    const whole = map.getContainer().getBoundingClientRect();
    const card = geomap.dom.byId('places').getBoundingClientRect();
    const isBelow = card.width > whole.width / 2;
    map.panInside([lat, geomap.geometry.nearLon(lon, map.getCenter().lng)], {
      animate: !geomap.dom.isStill(),
      paddingTopLeft: [isBelow ? GAP : card.right - whole.left + GAP, GAP],
      paddingBottomRight: [GAP, isBelow ? whole.bottom - card.top + GAP : GAP],
    });
  }

  geomap.keepSpotsClear = keepSpotsClear;
})((window.geomap = window.geomap || {}));
