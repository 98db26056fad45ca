/** Starts the page. */
(function (geomap) {
  'use strict';

  const { make, byId } = geomap.dom;
  const { text, symbols } = geomap;
  const { say } = text;

  /**
   * Called by the script that folium writes, with its map.
   * @param {L.Map} map
   */
  async function start(map) {
    text.translate();
    try {
      await build(map);
    } catch (error) {
      const notice = make('p.notice', { role: 'alert' }, say('cannotOpen'));
      document.body.append(notice);
      throw error;
    }
  }

  async function build(map) {
    const [data, basemap] = await Promise.all([geomap.unpack('story'), geomap.unpack('basemap')]);
    const { look } = data;
    document.documentElement.toggleAttribute('data-embed', look.embed);
    geomap.theme.start(look.theme);
    if (!look.title) look.title = say('defaultTitle', { n: data.documents.id.length });
    document.title = look.title;
    const store = new geomap.Store(new geomap.Model(data));
    const { documents } = store.model;
    /** The document that is always open: the only one. */
    store.home = documents.length === 1 ? documents[0] : null;
    const corrections = new geomap.Corrections(store);
    if (corrections.rows.length) store.refresh();
    showHead(store);
    // folium writes the map before all else; keys come to the head and its "skip" first.
    document.querySelector('.tabs').before(map.getContainer());
    const view = new geomap.MapView(map, store, basemap);
    new geomap.Correcting(store, corrections);
    for (const Part of [geomap.PlaceList, geomap.FilterPanel, geomap.PlaceCard, geomap.DocumentList, geomap.Reading]) new Part(store);
    if (look.embed) geomap.keepSpotsClear(store, map);
    listenToTabs(store);
    geomap.listenToKeys(store);
    geomap.startMenu(store, view, corrections);
    geomap.listenToPrint(store, view);
    const frame = () => view.frame(view.frameOf(store.active().length > 0), true);
    geomap.addMapButton(map, 'frame', say('wholeStory'), frame);
    geomap.addTiles(map, look, view.basemap, () => view.canvas.redraw());
    addLegend(map, store.model.places);
    new geomap.Address(store, map).read();
    requestAnimationFrame(() => { document.documentElement.dataset.ready = 'true'; });
  }

  function showHead(store) {
    const { title, subtitle } = store.model.look;
    byId('title').textContent = title;
    byId('subtitle').textContent = subtitle;
    byId('subtitle').hidden = !subtitle;
    const show = () => { byId('counts').textContent = countsOf(store); };
    store.listen((state, changed) => {
      if (changed.has('counts')) show();
    });
    show();
  }

  /** How much the filters leave; without any, all documents and not only those with a place. */
  function countsOf(store) {
    const { documents } = store.model;
    const isFiltered = store.active().length > 0;
    const found = store.shown.filter((place) => place.form !== 'unresolved').length;
    const read = isFiltered ? documents.filter((document) => document.count).length : documents.length;
    return [
      say('nPlaces', { n: found }), say('nMentions', { n: store.filters.passed }), say('nDocuments', { n: read }),
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

  /**
   * Add a button to the map.
   * @param {L.Map} map
   * @param {string} icon
   * @param {string} name
   * @param {function(): void} run
   */
  function addMapButton(map, icon, name, run) {
    const button = make('button.map-button', { type: 'button', title: name, 'aria-label': name, onclick: run }, symbols.icon(icon));
    const Control = L.Control.extend({
      options: { position: 'bottomright' },
      onAdd: () => {
        const box = make('div.leaflet-bar', {}, button);
        L.DomEvent.disableClickPropagation(box);
        return box;
      },
    });
    new Control().addTo(map);
    return button;
  }

  function addLegend(map, places) {
    const samples = [
      [say('place'), places.find((place) => place.form === 'point' && !place.isUnsure)],
      [say('area'), places.find((place) => place.form === 'area' && !place.isUnsure)],
      [say('uncertain'), places.find((place) => place.isUnsure && place.form === 'point')],
    ].filter(([, place]) => place);
    if (samples.length < 2) return;
    const Legend = L.Control.extend({
      options: { position: 'bottomleft' },
      onAdd: () => make('div.legend', {}, ...samples.map(([name, place]) => make('span', {}, symbols.sign(place), name))),
    });
    new Legend().addTo(map);
  }

  Object.assign(geomap, { start, showPanel, addMapButton });
})((window.geomap = window.geomap || {}));
