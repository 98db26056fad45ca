/** Online tiles under the places, only where the maker of the page asked for them. */
(function (geomap) {
  'use strict';

  /**
   * @param {L.Map} map
   * @param {{tiles: string, tilesAttribution: string}} look
   * @param {Object} basemap left blank while tiles show
   * @param {function(): void} redraw
   */
  function addTiles(map, look, basemap, redraw) {
    if (!look.tiles) return;
    map.createPane('tiles').style.zIndex = 150;
    const attribution = escapeText(look.tilesAttribution);
    const layer = L.tileLayer(look.tiles, { pane: 'tiles', attribution, referrerPolicy: 'strict-origin-when-cross-origin' });
    const show = (isOn) => {
      basemap.isHidden = isOn;
      if (isOn) layer.addTo(map);
      else layer.remove();
      button.setAttribute('aria-pressed', String(isOn));
      redraw();
    };
    const button = geomap.addMapButton(map, 'layers', geomap.text.say('onlineMap'), () => show(!map.hasLayer(layer)));
    show(true);
  }

  /** Leaflet takes an attribution for HTML; this one is to be read as it is. */
  function escapeText(words) {
    const holder = document.createElement('span');
    holder.textContent = words;
    return holder.innerHTML;
  }

  geomap.addTiles = addTiles;
})((window.geomap = window.geomap || {}));
