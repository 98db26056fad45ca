/** What stands on the map as an element: made when it comes into view, kept while it stays the same. */
(function (geomap) {
  'use strict';

  const { make } = geomap.dom;
  const { text } = geomap;
  const { say } = text;

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

  /** A marker that the browser paints with the others: Leaflet's own has a layer for each. */
  const FlatMarker = L.Marker.extend({
    _setPos(at) {
      L.Marker.prototype._setPos.call(this, at);
      this._icon.style.transform = 'translate(' + at.x + 'px, ' + at.y + 'px)';
    },
  });

  /**
   * A marker that a click and the Enter key choose.
   * @param {L.LatLngExpression} at
   * @param {string} pane
   * @param {function(): HTMLElement} build
   * @param {function(): void} run
   */
  function mark(at, pane, build, run) {
    const marker = new FlatMarker(at, { icon: new MadeIcon(build), pane, riseOnHover: true });
    marker.on('click', run);
    marker.on('keypress', (event) => {
      if (event.originalEvent.key === 'Enter') run();
    });
    return marker;
  }

  /**
   * An element with a name and a number; what one sees is its accessible name.
   * @param {string} kind 'spot' or 'area'
   * @param {string} classes more of them, each after a dot
   * @param {{name: string, count: number, isUnsure: boolean}} what
   */
  function build(kind, classes, { name, count, isUnsure }) {
    const element = make(
      'div.' + kind + classes, {},
      make('span.' + kind + '-name', { dir: 'auto' }, name),
      make('span.' + kind + '-count', { 'aria-hidden': 'true' }, text.number(count)),
      make('span.unseen', {}, heard(count, isUnsure)),
    );
    element.dataset.name = name;
    element.dataset.count = count;
    return element;
  }

  /** Give an element made by `build` another number, without touching what stays the same. */
  function recount(element, kind, { count, isUnsure }) {
    if (element.dataset.count === String(count)) return;
    element.dataset.count = count;
    element.querySelector('.' + kind + '-count').textContent = text.number(count);
    element.querySelector('.unseen').textContent = heard(count, isUnsure);
  }

  function heard(count, isUnsure) {
    return ' ' + say('nMentions', { n: count }) + (isUnsure ? ', ' + say('uncertain') : '');
  }

  /**
   * Put markers on a layer in the place of others, touching only what differs.
   * @param {L.LayerGroup} layer
   * @param {Map<string, L.Marker>} before
   * @param {Map<string, L.Marker>} after
   */
  function exchange(layer, before, after) {
    for (const [key, marker] of before) if (after.get(key) !== marker) layer.removeLayer(marker);
    for (const [key, marker] of after) if (before.get(key) !== marker) layer.addLayer(marker);
  }

  /** Classes that say how sure a place is and whether it is chosen. */
  function classesOf(place, chosen) {
    return (place.isUnsure ? '.is-unsure' : '') + (place === chosen ? '.is-chosen' : '');
  }

  geomap.marks = { mark, build, recount, exchange, classesOf };
})((window.geomap = window.geomap || {}));
