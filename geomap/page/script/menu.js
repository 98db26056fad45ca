/** The menu of things to take away. */
(function (geomap) {
  'use strict';

  const { make, byId } = geomap.dom;
  const { say } = geomap.text;

  /**
   * @param {Object} store
   * @param {Object} mapView
   * @param {Object} corrections
   */
  function startMenu(store, mapView, corrections) {
    const button = byId('download');
    const list = byId('download-menu');
    const items = [
      [say('asCsv'), () => saveText('mentions.csv', 'text/csv', geomap.mentionsCsv(store))],
      [say('asGeoJson'), () => saveText('mentions.geojson', 'application/geo+json', geomap.mentionsGeoJson(store))],
      [say('asPicture'), () => savePicture(mapView)],
      [say('asVector'), () => saveText('map.svg', 'image/svg+xml', new XMLSerializer().serializeToString(geomap.picture.drawVector(mapView)))],
      [say('print'), () => print()],
    ];
    const saveCorrections = make('button', { type: 'button', onclick: () => saveText('corrections.csv', 'text/csv', corrections.toCsv()) }, say('correctionsCsv'));
    const showCorrections = make('button', { type: 'button', onclick: () => geomap.showCorrections() });
    button.append(geomap.symbols.icon('download'));
    list.append(
      ...items.map(([name, run]) => make('button', { type: 'button', onclick: run }, name)),
      make('hr'), showCorrections, saveCorrections,
    );
    const show = (isOpen) => {
      list.hidden = !isOpen;
      button.setAttribute('aria-expanded', String(isOpen));
      showCorrections.textContent = say('nCorrections', { n: corrections.rows.length });
      saveCorrections.disabled = !corrections.rows.length;
    };
    button.addEventListener('click', () => show(list.hidden));
    // Before anything opens, for the focus to come back to the button and not to a hidden item.
    list.addEventListener('click', () => {
      show(false);
      button.focus();
    }, { capture: true });
    document.addEventListener('pointerdown', (event) => {
      if (!list.hidden && !event.target.closest('.menu')) show(false);
    });
    list.parentElement.addEventListener('keydown', (event) => {
      if (list.hidden || event.key !== 'Escape') return;
      event.stopPropagation();
      show(false);
      button.focus();
    });
  }

  function saveText(name, type, words) {
    geomap.save(name, new Blob([words], { type: type + ';charset=utf-8' }));
  }

  function savePicture(mapView) {
    const canvas = geomap.picture.drawImage(mapView);
    canvas.toBlob((blob) => geomap.save('map.png', blob), 'image/png');
  }

  geomap.startMenu = startMenu;
})((window.geomap = window.geomap || {}));
