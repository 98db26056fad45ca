/** Spots for places, name tags for areas, and clusters where spots crowd. */
(function (geomap) {
  'use strict';

  const { make, isStill } = geomap.dom;
  const { widthOf, Room } = geomap.labels;

  const NAME_FONT = '600 12px system-ui, sans-serif';
  const CLUSTER_RADIUS = 30;

  /** Diameter of a spot in pixels. @param {number} count of mentions */
  function diameter(count) {
    return Math.min(42, Math.round(9 + 4.5 * Math.sqrt(count)));
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
  function parts(kind, name, count, isUnsure) {
    return [
      make('span.' + kind + '-name', { dir: 'auto' }, name),
      make('span.' + kind + '-count', {}, geomap.text.number(count)),
      make('span.unseen', {}, (count === 1 ? ' mention' : ' mentions') + (isUnsure ? ', uncertain' : '')),
    ];
  }

  function spot(name, count, classes, isUnsure) {
    const element = make('div.spot' + classes, {}, ...parts('spot', name, count, isUnsure));
    if (count === 1) element.classList.add('is-single');
    element.dataset.name = name;
    element.dataset.count = count;
    sizeSpot(element, diameter(count));
    return element;
  }

  class Markers {
    /**
     * @param {L.Map} map
     * @param {Object} model
     * @param {function(Object): void} choose called with the place of a marker
     */
    constructor(map, model, choose) {
      this.map = map;
      this.choose = choose;
      this.chosen = null;
      map.createPane('areaNames').style.zIndex = 590;
      this.clusters = L.markerClusterGroup({
        maxClusterRadius: CLUSTER_RADIUS,
        showCoverageOnHover: false,
        animate: !isStill(),
        spiderLegPolylineOptions: { className: 'spider-leg', weight: 1.5, opacity: 0.6 },
        iconCreateFunction: (cluster) => new MadeIcon(() => this.clusterSpot(cluster)),
      });
      // The library answers clicks on clusters, not the Enter key.
      this.clusters.on('clusterkeypress', (event) => {
        if (event.originalEvent.key === 'Enter') this.openCluster(event.layer);
      });
      this.names = L.layerGroup();
      for (const place of model.places) this.prepare(place);
      map.addLayer(this.clusters).addLayer(this.names);
      const settle = () => requestAnimationFrame(() => this.placeNames());
      map.on('moveend zoomend', settle);
      this.clusters.on('animationend spiderfied unspiderfied', settle);
    }

    prepare(place) {
      if (place.form === 'unresolved') return;
      const build = place.form === 'area' ? () => this.areaName(place) : () => this.placeSpot(place);
      const pane = place.form === 'area' ? 'areaNames' : 'markerPane';
      const options = { icon: new MadeIcon(build), pane, place, riseOnHover: true };
      place.marker = L.marker(place.nameAt || [place.lat, place.lon], options);
      place.marker.on('click', () => this.choose(place));
      place.marker.on('keypress', (event) => {
        if (event.originalEvent.key === 'Enter') this.choose(place);
      });
    }

    openCluster(cluster) {
      const isOneSpot = cluster.getBounds().getNorthEast().equals(cluster.getBounds().getSouthWest());
      if (isOneSpot) cluster.spiderfy();
      else cluster.zoomToBounds({ padding: [40, 40] });
    }

    placeSpot(place) {
      return spot(place.name, place.count, this.classesOf(place), place.isUnsure);
    }

    areaName(place) {
      const element = make(
        'div.area' + this.classesOf(place), {},
        ...parts('area', place.name, place.count, place.isUnsure),
      );
      element.dataset.name = place.name;
      element.dataset.count = place.count;
      return element;
    }

    classesOf(place) {
      return (place.isUnsure ? '.is-unsure' : '') + (place === this.chosen ? '.is-chosen' : '');
    }

    clusterSpot(cluster) {
      const places = cluster.getAllChildMarkers().map((marker) => marker.options.place);
      places.sort((a, b) => b.count - a.count);
      const count = places.reduce((sum, place) => sum + place.count, 0);
      const isChosen = places.includes(this.chosen) ? '.is-chosen' : '';
      const element = spot(places[0].name + ' +' + (places.length - 1), count, '.is-cluster' + isChosen);
      element.title = places.slice(0, 8).map((place) => place.name).join(', ');
      return element;
    }

    /**
     * Show these places only.
     * @param {Object[]} places
     * @param {Object|null} chosen
     */
    show(places, chosen) {
      this.chosen = chosen;
      this.clusters.clearLayers();
      this.names.clearLayers();
      const spots = places.filter((place) => place.form === 'point');
      this.clusters.addLayers(spots.map((place) => place.marker));
      for (const place of places) if (place.form === 'area') this.names.addLayer(place.marker);
      this.placeNames();
    }

    /**
     * Mark another place as chosen.
     * @param {Object|null} place
     */
    choosePlace(place) {
      const before = this.chosen;
      this.chosen = place;
      for (const one of [before, place]) if (one && one.marker) this.refresh(one);
      this.placeNames();
    }

    refresh(place) {
      const seen = place.form === 'area' ? place.marker : this.clusters.getVisibleParent(place.marker);
      const element = seen && seen.getElement && seen.getElement();
      if (!element) return;
      const isChosen = Boolean(this.chosen) && (place === this.chosen);
      element.classList.toggle('is-chosen', isChosen);
    }

    /** Give names to as many markers as have room, the chosen and the most mentioned first. */
    placeNames() {
      const room = new Room();
      const spots = this.elements('markerPane', '.spot');
      const tags = this.elements('areaNames', '.area');
      for (const item of spots) room.take(spotBox(item));
      const view = this.map.getSize();
      const corner = this.map.containerPointToLayerPoint([0, 0]);
      const seen = [corner.x, corner.y, corner.x + view.x, corner.y + view.y];
      for (const item of spots) placeName(item, room, seen);
      for (const item of tags) placeTag(item, room);
    }

    elements(pane, selector) {
      const found = [...this.map.getPane(pane).querySelectorAll(selector)].map((element) => ({
        element,
        at: L.DomUtil.getPosition(element) || L.point(0, 0),
        half: Number(element.dataset.size || 0) / 2,
        rank: (element.classList.contains('is-chosen') ? 1e9 : 0) + Number(element.dataset.count),
        width: widthOf(element.dataset.name, NAME_FONT),
      }));
      return found.sort((a, b) => b.rank - a.rank);
    }
  }

  function spotBox({ at, half }) {
    return [at.x - half, at.y - half, at.x + half, at.y + half];
  }

  function placeName({ element, at, half, width }, room, seen) {
    const sides = {
      right: [at.x + half + 1, at.y - 8, at.x + half + width + 12, at.y + 8],
      left: [at.x - half - width - 12, at.y - 8, at.x - half - 1, at.y + 8],
      below: [at.x - width / 2 - 3, at.y + half + 1, at.x + width / 2 + 3, at.y + half + 17],
    };
    const free = Object.keys(sides).filter((name) => room.isFree(sides[name]));
    const side = free.find((name) => isWithin(sides[name], seen)) || free[0];
    if (side) room.take(sides[side]);
    element.dataset.side = side || 'none';
  }

  function isWithin(box, outer) {
    return box[0] >= outer[0] && box[1] >= outer[1] && box[2] <= outer[2] && box[3] <= outer[3];
  }

  function placeTag({ element, at, width }, room) {
    const half = (width + 34) / 2;
    const shift = [0, -20, 20, -38, 38].find(
      (dy) => room.isFree([at.x - half, at.y - 10 + dy, at.x + half, at.y + 10 + dy]),
    );
    element.classList.toggle('is-crowded', shift === undefined);
    element.style.marginTop = (shift || 0) + 'px';
    if (shift !== undefined) {
      room.take([at.x - half, at.y - 10 + shift, at.x + half, at.y + 10 + shift]);
    }
  }

  geomap.Markers = Markers;
})((window.geomap = window.geomap || {}));
