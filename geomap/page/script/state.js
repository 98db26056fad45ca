/** What is chosen and what is filtered; every view listens here and none to another. */
(function (geomap) {
  'use strict';

  /**
   * @typedef {Object} State
   * @property {Object|null} place whose card is open
   * @property {Object|null} document open in the reading pane
   * @property {Object|null} mention to show in the reading pane
   * @property {Object|null} rivals place whose runners-up the map shows
   * @property {string} search
   * @property {number|null} from first day shown, since 1970
   * @property {number|null} to last day shown
   * @property {number} score least score shown, in percent
   * @property {string[]} kind
   * @property {string[]} role
   * @property {string[]} country
   * @property {string[]} source
   * @property {string[]} match
   * @property {string[]} only keys of documents; values shown, all when empty
   */

  /** State -> the filter it belongs to. */
  const FILTER_OF = { search: 'search', from: 'time', to: 'time', score: 'score' };
  for (const name of geomap.FACETS) FILTER_OF[name] = name;

  class Store {
    /** @param {Object} model */
    constructor(model) {
      this.model = model;
      this.filters = new geomap.Filters(model);
      /** What is filtered at first, and when all filters are cleared. */
      this.unfiltered = {
        search: '', from: null, to: null, score: 0,
        kind: [], country: [], source: [], match: [], only: [], role: model.look.roles,
      };
      /** @type {State} */
      this.state = { place: null, document: null, mention: null, rivals: null, ...this.unfiltered };
      this.listeners = [];
      this.filters.test(this.state, new Set(Object.values(FILTER_OF)));
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
        if (!isSame(this.state[key], value) || key === 'mention') changed.add(key);
        this.state[key] = value;
      }
      if (changed.has('place') && this.state.rivals && !('rivals' in changes)) {
        this.state.rivals = null;
        changed.add('rivals');
      }
      if (!changed.size) return;
      this.cause = cause || '';
      const tested = new Set([...changed].map((key) => FILTER_OF[key]).filter(Boolean));
      if (tested.size) {
        this.filters.test(this.state, tested);
        this.recount();
        changed.add('counts');
      }
      this.tell(changed);
    }

    /** Count again after mentions have changed their places. */
    refresh() {
      this.cause = 'correction';
      this.filters.test(this.state, new Set(Object.values(FILTER_OF)));
      this.recount();
      this.tell(new Set(['counts', 'corrections']));
    }

    /** Open a document with its places alone, but leave a choice of several as it is. */
    openDocument(document) {
      const { only } = this.state;
      this.set({ document, only: only.length > 1 ? only : [document.key], place: null }, 'documents');
    }

    closeDocument(cause) {
      const { document, only } = this.state;
      this.set({ document: null, only: this.isAlone(document) ? [] : only }, cause);
    }

    /** Whether the places of this document alone are shown. */
    isAlone(document) {
      return Boolean(document) && isSame(this.state.only, [document.key]);
    }

    tell(changed) {
      for (const listener of this.listeners) listener(this.state, changed);
    }

    /** Count under the filters; `shown` are the places with any mention left. */
    recount() {
      this.filters.tally();
      this.shown = this.model.places.filter((place) => place.count);
      this.shown.sort((a, b) => b.count - a.count || a.number - b.number);
    }

    /** Names of the filters that are on. */
    active() {
      return Object.keys(this.unfiltered).filter(
        (key) => !isSame(this.state[key], this.unfiltered[key]),
      );
    }

    /**
     * Mentions of a place under the filters.
     * @param {Object} place
     */
    mentionsOf(place) {
      return place.mentions.filter((mention) => this.filters.passes(mention));
    }
  }

  function isSame(one, other) {
    if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
    return one.length === other.length && one.every((value) => other.includes(value));
  }

  geomap.Store = Store;
})((window.geomap = window.geomap || {}));
