/** Spots for places, name tags for areas, and one spot for several where they crowd. */
(function (geomap) {
  'use strict';

  const { make } = geomap.dom;
  const { text, placeNames } = geomap;
  const { say } = text;

  /** Share of the view in which spots stand ready beyond each edge. */
  const MARGIN = 0.3;

  /** A hollow spot with a number in it is no smaller than this; pixels. */
  const LEAST_HOLLOW = 22;

  /** Part of the view, at each edge, that the name of an area stays out of. */
  const EDGE = 0.08;

  /** An area's name moves into view when at least so many pixels of the area are level there. */
  const LEAST_ROOM = 90;

  /** Diameter of a spot in pixels. @param {number} count of mentions */
  function diameter(count) {
    return Math.min(40, Math.round(9 + 4.5 * Math.sqrt(count)));
  }

  /** An icon whose element is made when it comes into view. */
  const MadeIcon = L.Icon.extend({
    initialize(build) {
      this.build = build;
      L.setOptions(this, {});
    },
    createIcon() {
      const element = this.build();
      element.classList.add('leaflet-marker-icon');
      return element;
    },
    createShadow() {
      return null;
    },
  });

  function sizeSpot(element, size) {
    element.style.width = element.style.height = size + 'px';
    element.style.marginLeft = element.style.marginTop = -size / 2 + 'px';
    element.dataset.size = size;
  }

  /** Name, number and what only a screen reader needs: the accessible name is what one sees. */
  function parts(kind, { name, count, isUnsure }) {
    return [
      make('span.' + kind + '-name', { dir: 'auto' }, name),
      make('span.' + kind + '-count', { 'aria-hidden': 'true' }, text.number(count)),
      make('span.unseen', {}, heard(count, isUnsure)),
    ];
  }

  function heard(count, isUnsure) {
    return ' ' + say('nMentions', { n: count }) + (isUnsure ? ', ' + say('uncertain') : '');
  }

  /** Names of areas stay when filters change; only their numbers do not. */
  function recount(marker) {
    const { count, isUnsure } = marker.options.place;
    const element = marker.getElement();
    if (element.dataset.count === String(count)) return;
    element.dataset.count = count;
    element.querySelector('.area-count').textContent = text.number(count);
    element.querySelector('.unseen').textContent = heard(count, isUnsure);
  }

  function spot(name, count, classes, isUnsure) {
    const element = make('div.spot' + classes, {}, ...parts('spot', { name, count, isUnsure }));
    if (count === 1) element.classList.add('is-single');
    const least = isUnsure && count > 1 ? LEAST_HOLLOW : 0;
    element.dataset.name = name;
    element.dataset.count = count;
    sizeSpot(element, Math.max(least, diameter(count)));
    return element;
  }

  class Markers {
    /**
     * @param {L.Map} map
     * @param {function(): Object} colours
     * @param {function(Object): void} choose called with the place of a marker
     */
    constructor(map, colours, choose) {
      Object.assign(this, { map, colours, choose, chosen: null, fanned: null, spots: [], clusters: [], tags: new Map() });
      map.createPane('areaNames').style.zIndex = 590;
      this.layer = L.layerGroup().addTo(map);
      this.names = L.layerGroup().addTo(map);
      this.standing = new Map();
      map.on('zoomend', () => this.gather());
      map.on('moveend', () => this.stand());
    }

    /**
     * Show these places only.
     * @param {Object[]} places
     * @param {Object|null} chosen
     */
    show(places, chosen) {
      this.chosen = chosen;
      this.spots = places.filter((place) => place.form === 'point');
      this.showAreas(places.filter((place) => place.form === 'area'));
      this.gather();
      this.stand();
    }

    showAreas(places) {
      const before = this.tags;
      this.tags = new Map(places.map((place) => {
        const key = [place.number, place.isUnsure, place === this.chosen].join(' ');
        return [key, before.get(key) || this.mark([place.nameAt[0], place.nameAt[1]], 'areaNames', () => this.areaName(place), () => this.choose(place), place)];
      }));
      exchange(this.names, before, this.tags);
      for (const marker of this.tags.values()) recount(marker);
    }

    /**
     * Mark another place as chosen; a chosen place is in front of those it shares a spot with.
     * @param {Object|null} place
     */
    choosePlace(place) {
      if (place === this.chosen) return;
      this.chosen = place;
      this.showAreas([...this.tags.values()].map((marker) => marker.options.place));
      this.gather();
      this.stand();
    }

    gather() {
      const { chosen, spots } = this;
      const isShown = chosen && chosen.form === 'point' && chosen.count;
      const ordered = isShown ? [chosen, ...spots.filter((place) => place !== chosen)] : spots;
      this.clusters = geomap.gather(ordered, this.map.getZoom());
      this.fanned = null;
    }

    /** Put markers for what is in view, keeping those that stay as they are. */
    stand() {
      const scale = 256 * 2 ** this.map.getZoom();
      const bounds = this.map.getBounds().pad(MARGIN);
      const { worldX, worldY } = geomap.geometry;
      const [left, right] = [bounds.getWest(), bounds.getEast()].map((lon) => worldX(lon) * scale);
      const [top, bottom] = [bounds.getNorth(), bounds.getSouth()].map((lat) => worldY(lat) * scale);
      const before = this.standing;
      this.standing = new Map();
      for (const cluster of this.clusters) {
        const { x, y } = cluster;
        if (x < left || x > right || y < top || y > bottom) continue;
        if (cluster === this.fanned) this.standFan(cluster);
        else this.keep(before, keyOf(cluster, this.chosen), () => this.standOne(cluster));
      }
      exchange(this.layer, before, this.standing);
      this.moveTags();
      placeNames(this.map);
    }

    /** Names of areas stand in view while enough of the area is, and else at their own spot. */
    moveTags() {
      const { worldX, worldY, latOf, lonOf, labelSpot } = geomap.geometry;
      const bounds = this.map.getBounds();
      const inner = bounds.pad(-EDGE);
      const box = [worldX(inner.getWest()), worldY(inner.getNorth()), worldX(inner.getEast()), worldY(inner.getSouth())];
      const least = LEAST_ROOM / (256 * 2 ** this.map.getZoom());
      let isChanged = false;
      for (const marker of this.tags.values()) {
        const { place } = marker.options;
        const { shape, nameAt } = place;
        const isMovable = shape && shape.isArea && !shape.isCircle && !bounds.contains(nameAt);
        const spot = isMovable && labelSpot(shape, box);
        place.tagAt = spot && spot.width > least ? [latOf(spot.y), lonOf(spot.x)] : nameAt;
        if (marker.getLatLng().equals(place.tagAt)) continue;
        marker.setLatLng(place.tagAt);
        isChanged = true;
      }
      if (isChanged) this.map.fire('tags');
    }

    keep(before, key, build) {
      this.standing.set(key, before.get(key) || build());
    }

    standOne(cluster) {
      const { place, places } = cluster;
      const isOne = places.length === 1;
      const build = isOne ? () => this.placeSpot(place) : () => this.clusterSpot(cluster);
      const open = isOne ? () => this.choose(place) : () => this.open(cluster);
      return this.mark([place.lat, place.lon], 'markerPane', build, open, place);
    }

    standFan({ place, places }) {
      const centre = this.map.project([place.lat, place.lon]);
      geomap.fan(places.length).forEach(([dx, dy], i) => {
        const at = this.map.unproject(centre.add([dx, dy]));
        const one = places[i];
        this.standing.set('fan ' + one.number, this.mark(at, 'markerPane', () => this.placeSpot(one), () => this.choose(one), one));
      });
    }

    mark(at, pane, build, run, place) {
      const marker = L.marker(at, { icon: new MadeIcon(build), pane, riseOnHover: true, place });
      marker.on('click', run);
      marker.on('keypress', (event) => {
        if (event.originalEvent.key === 'Enter') run();
      });
      return marker;
    }

    /** Go nearer to see the places of a cluster apart, or fan out those that stay together. */
    open(cluster) {
      const bounds = L.latLngBounds(cluster.places.map(({ lat, lon }) => [lat, lon]));
      const zoom = Math.min(this.map.getMaxZoom(), this.map.getBoundsZoom(bounds, false, L.point(80, 80)));
      const isApart = zoom > this.map.getZoom() && geomap.gather(cluster.places, zoom).length > 1;
      if (isApart) {
        this.map.flyToBounds(bounds, { padding: [40, 40], duration: geomap.dom.isStill() ? 0.01 : 0.6 });
        return;
      }
      this.fanned = cluster;
      this.stand();
      this.map.fire('fan');
    }

    placeSpot(place) {
      const element = spot(place.name, place.count, this.classesOf(place), place.isUnsure);
      if (place.isUnsure) element.title = doubtOf(place);
      return element;
    }

    areaName(place) {
      const element = make('div.area' + this.classesOf(place), {}, ...parts('area', place));
      element.dataset.name = place.name;
      element.dataset.count = place.count;
      return element;
    }

    classesOf(place) {
      return (place.isUnsure ? '.is-unsure' : '') + (place === this.chosen ? '.is-chosen' : '');
    }

    clusterSpot({ place, places, count }) {
      const isChosen = places.includes(this.chosen) ? '.is-chosen' : '';
      const element = spot(place.name + ' +' + text.number(places.length - 1), count, '.is-cluster' + isChosen);
      element.title = places.slice(0, 8).map(({ name }) => name).join(', ');
      return element;
    }

    /** Legs of the fan, on the canvas. */
    draw(context, view) {
      if (!this.fanned) return;
      const { x, y, places } = this.fanned;
      context.strokeStyle = this.colours().name;
      context.lineWidth = 1.2;
      context.beginPath();
      for (const [dx, dy] of geomap.fan(places.length)) {
        context.moveTo(x - view.left, y - view.top);
        context.lineTo(x - view.left + dx, y - view.top + dy);
      }
      context.stroke();
    }
  }

  /** Score and reason of what is drawn hollow. */
  function doubtOf(place) {
    const best = place.mentions.reduce((a, b) => (b.score > a.score ? b : a));
    return [place.name, text.percent(best.score), geomap.reason(best.why)].filter(Boolean).join(' · ');
  }

  function keyOf({ place, places, count }, chosen) {
    return [place.number, places.length, count, place.isUnsure, places.includes(chosen)].join(' ');
  }

  function exchange(layer, before, after) {
    for (const [key, marker] of before) if (after.get(key) !== marker) layer.removeLayer(marker);
    for (const [key, marker] of after) if (before.get(key) !== marker) layer.addLayer(marker);
  }

  geomap.Markers = Markers;
})((window.geomap = window.geomap || {}));
