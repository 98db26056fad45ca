/** Starts the page. */
(function (geomap) {
  'use strict';

  const { make, byId } = geomap.dom;
  const { text } = geomap;

  /**
   * Called by the script that folium writes, with its map.
   * @param {L.Map} map
   */
  async function start(map) {
    geomap.theme.start();
    const [data, basemap] = await Promise.all([geomap.unpack('story'), geomap.unpack('basemap')]);
    const store = new geomap.Store(geomap.buildModel(data));
    const { documents } = store.model;
    /** The document that is always open: the only one. */
    store.home = documents.length === 1 ? documents[0] : null;
    showHead(store.model);
    const view = new geomap.MapView(map, store, basemap);
    for (const Part of [geomap.PlaceList, geomap.PlaceCard, geomap.DocumentList, geomap.Reading]) new Part(store);
    listenToTabs(store);
    geomap.listenToKeys(store);
    addMapButtons(map, view, store);
    new geomap.Address(store).read();
    requestAnimationFrame(() => { document.documentElement.dataset.ready = 'true'; });
  }

  function showHead({ title, subtitle, places, documents, mentions }) {
    const found = places.filter((place) => place.form !== 'unresolved').length;
    const counted = mentions.filter((mention) => mention.role !== 'demonym').length;
    byId('title').textContent = title;
    byId('subtitle').textContent = subtitle;
    byId('subtitle').hidden = !subtitle;
    byId('counts').textContent = [
      text.plural(found, 'place'), text.plural(counted, 'mention'), text.plural(documents.length, 'document'),
    ].join(' · ');
  }

  /**
   * On small screens one panel shows at a time.
   * @param {'places'|'documents'} name
   */
  function showPanel(name) {
    document.body.dataset.panel = name;
    for (const each of ['places', 'documents']) {
      byId('tab-' + each).setAttribute('aria-selected', String(each === name));
    }
  }

  function listenToTabs(store) {
    for (const name of ['places', 'documents']) {
      byId('tab-' + name).addEventListener('click', () => showPanel(name));
    }
    document.querySelector('[data-skip]').addEventListener('click', (event) => {
      event.preventDefault();
      byId('search').focus();
    });
    showPanel('places');
    store.listen((state, changed) => {
      if (changed.has('mention') && state.mention) showPanel('documents');
      else if (changed.has('document') && state.document && state.document !== store.home) showPanel('documents');
      else if (changed.has('place') && state.place) showPanel('places');
    });
  }

  function addMapButtons(map, view, store) {
    const frame = () => view.frame(view.frameOf(store.state.only), true);
    const button = make('button.map-button', {
      type: 'button', title: 'Show the whole story', 'aria-label': 'Show the whole story', onclick: frame,
    }, geomap.symbols.icon('frame'));
    const Control = L.Control.extend({
      options: { position: 'bottomright' },
      onAdd: () => {
        const box = make('div.leaflet-bar', {}, button);
        L.DomEvent.disableClickPropagation(box);
        return box;
      },
    });
    new Control().addTo(map);
    addLegend(map, store.model.places);
  }

  function addLegend(map, places) {
    const samples = [
      ['Place', places.find((place) => place.form === 'point' && !place.isUnsure)],
      ['Area', places.find((place) => place.form === 'area' && !place.isUnsure)],
      ['Uncertain', places.find((place) => place.isUnsure && place.form === 'point')],
    ].filter(([, place]) => place);
    if (samples.length < 2) return;
    const Legend = L.Control.extend({
      options: { position: 'bottomleft' },
      onAdd: () => make('div.legend', {}, ...samples.map(([name, place]) => make('span', {}, geomap.symbols.sign(place), name))),
    });
    new Legend().addTo(map);
  }

  geomap.start = start;
  geomap.showPanel = showPanel;
})((window.geomap = window.geomap || {}));
