/** Why a place was chosen, in the reader's language. */
(function (geomap) {
  'use strict';

  const { say, isolate } = geomap.text;

  /**
   * @param {string|Array<[string, string, string, number]>} why a sentence, or clauses: the key of
   *   its words, a name, a place with what it lies in, a number (geomap/resolution/reason.py)
   * @param {Object} [chosen] the place it is about
   * @returns {string}
   */
  function reason(why, chosen) {
    if (typeof why === 'string') return why;
    return why.map(([key, name, place, n]) => (
      say(key, { name: isolate(name), place: isolate(called(place, chosen)), n })
    )).join(say('andBecause'));
  }

  /** The place that a card is about is called as there, without what it lies in. */
  function called(place, chosen) {
    return chosen && chosen.recorded && place === inFull(chosen.recorded) ? chosen.name : place;
  }

  /** A place with what it lies in, as geomap/resolution/explain.py writes it. */
  function inFull({ name, path }) {
    return path.length ? name + ' (' + path.join(', ') + ')' : name;
  }

  geomap.reason = reason;
})((window.geomap = window.geomap || {}));
