/** What is chosen and what is filtered; every view listens here and none to another. */
(function (geomap) {
  'use strict';

  /**
   * @typedef {Object} State
   * @property {Object|null} place whose card is open
   * @property {Object|null} document open in the reading pane
   * @property {Object|null} mention to show in the reading pane
   * @property {Object|null} only document whose places alone are shown
   * @property {string} search
   */

  class Store {
    /** @param {Object} model */
    constructor(model) {
      this.model = model;
      /** @type {State} */
      this.state = { place: null, document: null, mention: null, only: null, search: '' };
      this.listeners = [];
      this.recount();
    }

    /**
     * Hear of changes: `(state, changed)` with `changed` holding the names that changed.
     * @param {function(State, Set<string>): void} listener
     */
    listen(listener) {
      this.listeners.push(listener);
    }

    /**
     * Change some of the state.
     * @param {Partial<State>} changes
     * @param {string} [cause] who asks, for views that should not answer themselves
     */
    set(changes, cause) {
      const changed = new Set();
      for (const [key, value] of Object.entries(changes)) {
        if (this.state[key] !== value || key === 'mention') changed.add(key);
        this.state[key] = value;
      }
      if (!changed.size) return;
      this.cause = cause || '';
      if (changed.has('only') || changed.has('search')) {
        this.recount();
        changed.add('counts');
      }
      for (const listener of this.listeners) listener(this.state, changed);
    }

    /** Count mentions of each place under the filters; `shown` are places with any. */
    recount() {
      const { only, search } = this.state;
      const wanted = search.trim().toLowerCase();
      this.shown = [];
      for (const place of this.model.places) {
        place.count = only ? place.mentions.filter((m) => m.passage.document === only).length
          : place.mentions.length;
        if (wanted && !place.sought.includes(wanted)) place.count = 0;
        if (place.count) this.shown.push(place);
      }
      this.shown.sort((a, b) => b.count - a.count || a.number - b.number);
    }

    /**
     * Mentions of a place under the filters.
     * @param {Object} place
     */
    mentionsOf(place) {
      const { only } = this.state;
      return only ? place.mentions.filter((m) => m.passage.document === only) : place.mentions;
    }
  }

  geomap.Store = Store;
})((window.geomap = window.geomap || {}));
