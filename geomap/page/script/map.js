/** The map: what it shows first, and how it moves when something is chosen. */
(function (geomap) {
  'use strict';

  const { isStill } = geomap.dom;
  const { worldX, worldY, nearLon, arcOf } = geomap.geometry;

  const ATTRIBUTION = [
    'Places &copy; <a href="https://www.geonames.org/" rel="noopener">GeoNames</a> (<a href="https://creativecommons.org/licenses/by/4.0/" rel="noopener">CC BY 4.0</a>)',
    'Map: <a href="https://www.naturalearthdata.com/" rel="noopener">Natural Earth</a>',
  ];

  const TILE = 256;

  /** By how much the world may be smaller than the view, as a zoom. */
  const ASIDE = 0.5;

  /** Zooms to stay under: for the first view, and for a place chosen from afar. */
  const FIRST_ZOOM = 8;
  const PLACE_ZOOM = 6.5;

  /** How far from 0 degrees the middle of the view may be: latitude, longitude. */
  const FARTHEST = [80, 360];

  /** Zoom 1, but on a phone one at which the whole world may be seen beside the buttons. */
  function leastZoom(map) {
    const { x, y } = map.getSize();
    return Math.max(0, Math.min(1, Math.log2(Math.min(x, y) / TILE) - ASIDE));
  }

  function keepWithin(value, most) {
    return Math.max(-most, Math.min(most, value));
  }

  class MapView {
    /**
     * @param {L.Map} map made by folium
     * @param {Object} store
     * @param {Object} basemapData
     */
    constructor(map, store, basemapData) {
      this.map = map;
      this.store = store;
      const { model } = store;
      const colours = () => geomap.theme.colours;
      const choose = (place) => store.set({ place }, 'map');
      this.basemap = new geomap.Basemap(basemapData, colours, (view) => this.spotsIn(view));
      this.areas = new geomap.Areas(model, this.basemap, colours);
      this.settle(map);
      this.rivals = new geomap.Rivals(colours);
      this.markers = new geomap.Markers(map, colours, choose);
      this.painters = [new geomap.Seas(this.areas, colours), this.basemap, this.areas, new geomap.Leaders(this.areas, colours), this.markers, this.rivals];
      this.canvas = new geomap.CanvasLayer(this.painters);
      this.areas.show(store.shown, null);
      // The map was made before the page had its final shape.
      map.invalidateSize({ pan: false });
      this.frame(this.frameOf(false), false);
      map.addLayer(this.canvas);
      map.on('fan tags', () => this.canvas.redraw());
      this.markers.show(store.shown, null);
      map.on('click', (event) => this.chooseAt(event.latlng));
      geomap.theme.listen(() => this.canvas.redraw());
      store.listen((state, changed) => this.follow(state, changed));
      new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(map.getContainer());
    }

    settle(map) {
      map.setMinZoom(leastZoom(map)).setMaxZoom(12);
      map.on('resize', () => map.setMinZoom(leastZoom(map)));
      map.on('moveend', () => this.stayNear());
      map.attributionControl.setPrefix('<a href="https://leafletjs.com" rel="noopener">Leaflet</a>');
      for (const line of ATTRIBUTION) map.attributionControl.addAttribution(line);
      const container = map.getContainer();
      container.setAttribute('role', 'main');
      container.setAttribute('aria-label', geomap.text.say('map'));
    }

    /**
     * Come back when the middle of the view has left the world. Leaflet's own `maxBounds` would
     * put the equator in the middle of every view that is taller than the world.
     */
    stayNear() {
      const { lat, lng } = this.map.getCenter();
      const near = L.latLng(keepWithin(lat, FARTHEST[0]), keepWithin(lng, FARTHEST[1]));
      // Leaflet moves by whole pixels: with less to go it would say "moved" without end.
      const far = this.map.project(near).distanceTo(this.map.project([lat, lng]));
      if (far >= 1) this.map.panTo(near);
    }

    /**
     * Show a box of the world.
     * @param {number[]|null} box south, west, north, east
     * @param {boolean} isMove go there from a view the reader has seen
     */
    frame(box, isMove) {
      if (!box) {
        this.map.setView([25, 15], 2);
        return;
      }
      const [south, west, north, east] = box;
      const { x, y } = this.map.getSize();
      const [wide, high] = [Math.min(70, x / 7), Math.min(70, y / 7)];
      // Names stand to the right of their spots, and buttons in the corner there.
      const options = {
        maxZoom: FIRST_ZOOM, animate: isMove && !isStill(),
        paddingTopLeft: [wide, high], paddingBottomRight: [wide * 1.4, high],
      };
      const aside = isMove ? nearLon((west + east) / 2, this.map.getCenter().lng) - (west + east) / 2 : 0;
      const bounds = [[south, west + aside], [north, east + aside]];
      if (isMove && !isStill()) this.map.flyToBounds(bounds, { ...options, duration: 0.9 });
      else this.map.fitBounds(bounds, options);
    }

    follow(state, changed) {
      if (changed.has('counts')) {
        this.areas.show(this.store.shown, state.place);
        this.markers.show(this.store.shown, state.place);
        this.canvas.redraw();
      }
      if (changed.has('only')) this.frame(this.frameOf(state.only.length > 0), true);
      if (changed.has('rivals')) this.showRivals(state.rivals);
      if (changed.has('place')) this.showChosen(state.place, changed.has('only'));
    }

    showChosen(place, isFramed) {
      this.areas.chosen = place;
      this.markers.choosePlace(place);
      this.canvas.redraw();
      if (place && place.form !== 'unresolved' && !isFramed) this.goTo(place);
    }

    /** Show what else a place might be, wherever that is. */
    showRivals(place) {
      this.rivals.place = place;
      this.areas.isFaint = Boolean(place);
      this.map.getContainer().classList.toggle('shows-rivals', Boolean(place));
      this.canvas.redraw();
      if (!place) return;
      const places = geomap.rivalsOf(place).map((rival) => rival.place);
      if (place.form !== 'unresolved') places.push(place);
      this.frame(boxOf(places.map(({ lat, lon }) => [lat, lon])), true);
    }

    /** Bring a place into view. */
    goTo(place) {
      if (place.form === 'area') this.goToArea(place);
      else this.goToSpot(place);
    }

    goToArea(place) {
      const [southWest, northEast] = geomap.boundsOf(place);
      const aside = this.near(place.lon) - place.lon;
      const bounds = L.latLngBounds([southWest, northEast].map(([lat, lon]) => [lat, lon + aside]));
      const options = { maxZoom: PLACE_ZOOM, padding: [30, 30] };
      const isSeen = this.map.getBounds().intersects(bounds) && this.store.cause === 'map';
      if (isSeen) return;
      if (isStill()) this.map.fitBounds(bounds, { ...options, animate: false });
      else this.map.flyToBounds(bounds, { ...options, duration: 0.9 });
    }

    goToSpot(place) {
      if (this.store.cause === 'map') return;
      const at = [place.lat, this.near(place.lon)];
      const isNear = this.map.getBounds().contains(at) && this.map.getZoom() >= PLACE_ZOOM - 2;
      const zoom = isNear ? this.map.getZoom() : Math.min(PLACE_ZOOM + 3, Math.max(PLACE_ZOOM, this.map.getZoom()));
      if (isStill()) this.map.setView(at, zoom, { animate: false });
      else this.map.flyTo(at, zoom, { duration: isNear ? 0.4 : 0.9 });
    }

    near(lon) {
      return nearLon(lon, this.map.getCenter().lng);
    }

    /** Boxes of the story's spots and names on the canvas; a picture has all of them. */
    spotsIn(view) {
      const { isPicture } = view;
      const one = (place) => ({ place, places: [place] });
      const { shown } = this.store;
      const areas = shown.filter(({ form, tagShift }) => form === 'area' && (isPicture || tagShift)).map(one);
      const points = isPicture ? shown.filter(({ form }) => form === 'point').map(one) : this.markers.clusters;
      const boxes = isPicture ? [geomap.picture.creditBox(view)] : [];
      for (const { place, places } of [...areas, ...points]) {
        const [lat, lon] = place.tagAt || place.nameAt || [place.lat, place.lon];
        const [dx, dy] = (!isPicture && place.tagShift) || [0, 0];
        const x = worldX(this.near(lon)) * view.scale - view.left + dx;
        const y = worldY(lat) * view.scale - view.top + dy;
        if (x < 0 || x > view.width || y < 0 || y > view.height) continue;
        // " +28" stands behind the name of a cluster.
        const width = 8 * (place.name.length + (places.length > 1 ? 4 : 0));
        boxes.push(place.form === 'area' ? [x - width / 2 - 10, y - 9, x + width / 2 + 10, y + 9]
          : [x - 12, y - 10, x + 20 + width, y + 10]);
      }
      return boxes;
    }

    chooseAt({ lat, lng }) {
      const place = this.areas.at(lat, ((((lng + 180) % 360) + 360) % 360) - 180);
      if (place) this.store.set({ place }, 'map');
    }

    /** The box of the places shown, points where there are any; without filters the story's. */
    frameOf(isFiltered) {
      if (!isFiltered) return storyFrame(this.store.model);
      const resolved = this.store.shown.filter((place) => place.form !== 'unresolved');
      const spots = resolved.filter((place) => place.form === 'point');
      const corners = spots.length ? spots.map((place) => [place.lat, place.lon])
        : resolved.flatMap(geomap.boundsOf);
      if (!corners.length) return storyFrame(this.store.model);
      return boxOf(corners);
    }
  }

  /** Where the story is, with all of its main area where it is one of areas. */
  function storyFrame({ frame, main }) {
    if (!main) return frame;
    const [south, west, north, east] = frame;
    const [[low, left], [high, right]] = geomap.boundsOf(main);
    const aside = nearLon(main.lon, (west + east) / 2) - main.lon;
    return [Math.min(south, low), Math.min(west, left + aside), Math.max(north, high), Math.max(east, right + aside)];
  }

  /** South, west, north and east of some points. */
  function boxOf(points) {
    const lats = points.map(([lat]) => lat);
    const [west, east] = arcOf(points.map(([, lon]) => lon));
    return [Math.min(...lats), west, Math.max(...lats), east];
  }

  geomap.MapView = MapView;
})((window.geomap = window.geomap || {}));
