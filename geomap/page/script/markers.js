/** Spots for places, and one spot for several where they crowd. */
(function (geomap) {
  'use strict';

  const { text, marks } = geomap;
  const { worldX, worldY, nearLon } = geomap.geometry;

  /** Share of the view in which spots stand ready beyond each edge. */
  const MARGIN = 0.3;

  /** A hollow spot with a number in it is no smaller than this; pixels. */
  const LEAST_HOLLOW = 22;

  function sizeSpot(element, size) {
    element.style.width = element.style.height = size + 'px';
    element.style.marginLeft = element.style.marginTop = -size / 2 + 'px';
    element.dataset.size = size;
  }

  function spot(what, classes) {
    const { count, isUnsure } = what;
    const element = marks.build('spot', classes, what);
    if (count === 1) element.classList.add('is-single');
    const least = isUnsure && count > 1 ? LEAST_HOLLOW : 0;
    sizeSpot(element, Math.max(least, geomap.diameter(count)));
    return element;
  }

  class Markers {
    /**
     * @param {L.Map} map
     * @param {function(): Object} colours
     * @param {function(Object): void} choose called with the place of a marker
     */
    constructor(map, colours, choose) {
      Object.assign(this, { map, colours, choose, chosen: null, fanned: null, spots: [], clusters: [], standing: new Map() });
      this.names = new geomap.AreaNames(map, choose);
      this.layer = L.layerGroup().addTo(map);
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
      this.names.places = places.filter((place) => place.form === 'area');
      this.gather();
      this.stand();
    }

    /**
     * Mark another place as chosen; a chosen place is in front of those it shares a spot with.
     * @param {Object|null} place
     */
    choosePlace(place) {
      if (place === this.chosen) return;
      this.chosen = place;
      this.gather();
      this.stand();
    }

    gather() {
      const { chosen, spots } = this;
      this.middle = this.map.getCenter().lng;
      const isShown = chosen && chosen.form === 'point' && chosen.count;
      const ordered = isShown ? [chosen, ...spots.filter((place) => place !== chosen)] : spots;
      this.clusters = geomap.gather(ordered, this.map.getZoom(), this.middle);
      this.fanned = null;
    }

    /** Put markers for what is in view, keeping those that stay as they are. */
    stand() {
      const scale = 256 * 2 ** this.map.getZoom();
      const bounds = this.map.getBounds().pad(MARGIN);
      if (this.isBeyond(bounds)) this.gather();
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
      marks.exchange(this.layer, before, this.standing);
      this.names.move();
      this.names.stand(geomap.placeNames(this.map, this.names.items(bounds), this.chosen), this.chosen);
    }

    /** Whether a view reaches beyond the copy of the world that the spots were gathered in. */
    isBeyond(bounds) {
      return this.map.getCenter().lng !== this.middle
        && (bounds.getWest() < this.middle - 180 || bounds.getEast() > this.middle + 180);
    }

    keep(before, key, build) {
      this.standing.set(key, before.get(key) || build());
    }

    standOne(cluster) {
      const { place, places, lon } = cluster;
      const isOne = places.length === 1;
      const build = isOne ? () => this.placeSpot(place) : () => this.clusterSpot(cluster);
      const open = isOne ? () => this.choose(place) : () => this.open(cluster);
      return marks.mark([place.lat, lon], 'markerPane', build, open);
    }

    standFan({ places, x, y }) {
      const centre = L.point(x, y);
      geomap.fan(places.length).forEach(([dx, dy], i) => {
        const at = this.map.unproject(centre.add([dx, dy]));
        const one = places[i];
        this.standing.set('fan ' + one.number, marks.mark(at, 'markerPane', () => this.placeSpot(one), () => this.choose(one)));
      });
    }

    /** Go nearer to see the places of a cluster apart, or fan out those that stay together. */
    open(cluster) {
      const bounds = L.latLngBounds(cluster.places.map(({ lat, lon }) => [lat, nearLon(lon, cluster.lon)]));
      const zoom = Math.min(this.map.getMaxZoom(), this.map.getBoundsZoom(bounds, false, L.point(80, 80)));
      const isApart = zoom > this.map.getZoom() && geomap.gather(cluster.places, zoom, cluster.lon).length > 1;
      if (isApart) {
        this.map.flyToBounds(bounds, { padding: [40, 40], duration: geomap.dom.isStill() ? 0.01 : 0.6 });
        return;
      }
      this.fanned = cluster;
      this.stand();
      this.map.fire('fan');
    }

    placeSpot(place) {
      const element = spot(place, marks.classesOf(place, this.chosen));
      if (place.isUnsure) element.title = doubtOf(place);
      return element;
    }

    clusterSpot({ place, places, count }) {
      const isChosen = places.includes(this.chosen) ? '.is-chosen' : '';
      const element = spot({ name: place.name + ' +' + text.number(places.length - 1), count }, '.is-cluster' + isChosen);
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
    return [place.name, text.percent(best.score), geomap.reason(best.why, place)].filter(Boolean).join(' · ');
  }

  function keyOf({ place, places, count, lon }, chosen) {
    return [place.number, Math.round(lon - place.lon), places.length, count, place.isUnsure, places.includes(chosen)].join(' ');
  }

  geomap.Markers = Markers;
})((window.geomap = window.geomap || {}));
