/** Which mentions pass the filters, and how many would pass each choice of each filter. */
(function (geomap) {
  'use strict';

  const { text } = geomap;

  /** What a mention is filtered by, as values to choose from. */
  const FACETS = {
    kind: (mention) => text.groupOf(mention.place),
    role: (mention) => mention.role,
    country: (mention) => mention.place.country,
    source: (mention) => mention.passage.document.source,
    match: (mention) => mention.match || 'none',
    only: (mention) => mention.passage.document.key,
  };
  const NAMES = Object.keys(FACETS);

  /** One bit for each filter that a mention fails. */
  const BIT = {};
  [...NAMES, 'time', 'score', 'search'].forEach((name, i) => { BIT[name] = 1 << i; });

  /** A filter's values, and for each mention the number of its value. */
  class Facet {
    constructor(count) {
      this.values = [];
      this.numbers = new Map();
      this.codes = new Int32Array(count).fill(-1);
      this.counts = [];
    }

    set(index, value) {
      if (!this.numbers.has(value)) {
        this.numbers.set(value, this.values.length);
        this.values.push(value);
      }
      this.codes[index] = this.numbers.get(value);
    }
  }

  /**
   * Text as searched: small letters without accents.
   * @param {string} words
   */
  function fold(words) {
    return words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  }

  class Filters {
    /** @param {Object} model */
    constructor(model) {
      this.model = model;
      this.timeline = new geomap.Timeline(model.documents);
      const count = model.mentions.length;
      this.fails = new Uint16Array(count);
      this.facets = {};
      for (const name of NAMES) this.facets[name] = new Facet(count);
      this.timeCounts = new Uint32Array(this.timeline.count);
      for (const mention of model.mentions) this.encode(mention);
    }

    /** Take in what a mention is, at first and after a correction. */
    encode(mention) {
      for (const name of NAMES) {
        if (mention.place) this.facets[name].set(mention.number, FACETS[name](mention));
        else this.facets[name].codes[mention.number] = -1;
      }
    }

    /**
     * Test all mentions against filters.
     * @param {Object} state
     * @param {Iterable<string>} names of filters to test; others stay as they were
     */
    test(state, names) {
      for (const name of names) {
        if (name in this.facets) this.mark(name, this.facetTest(name, state[name]));
        else if (name === 'time') this.mark(name, this.timeTest(state));
        else if (name === 'score') this.mark(name, state.score && ((m) => m.score >= state.score));
        else this.mark(name, searchTest(state.search));
      }
    }

    mark(name, passes) {
      const bit = BIT[name];
      const { fails } = this;
      const { mentions } = this.model;
      for (let i = 0; i < fails.length; i += 1) {
        if (!passes || passes(mentions[i])) fails[i] &= ~bit;
        else fails[i] |= bit;
      }
    }

    facetTest(name, chosen) {
      if (!chosen.length) return null;
      const { codes, numbers } = this.facets[name];
      const wanted = new Set(chosen.map((value) => numbers.get(value)));
      return (mention) => wanted.has(codes[mention.number]);
    }

    timeTest({ from, to }) {
      if (from === null && to === null) return null;
      return ({ passage: { document: { day } } }) => day !== null
        && (from === null || day >= from) && (to === null || day <= to);
    }

    /** Count places, documents and the values of every filter. */
    tally() {
      const { model, facets, fails, timeCounts, timeline } = this;
      for (const place of model.places) place.count = 0;
      for (const document of model.documents) document.count = 0;
      for (const name of NAMES) facets[name].counts = new Uint32Array(facets[name].values.length);
      timeCounts.fill(0);
      this.passed = 0;
      for (const mention of model.mentions) {
        if (!mention.place) continue;
        const failed = fails[mention.number];
        if (!failed) {
          mention.place.count += 1;
          mention.passage.document.count += 1;
          this.passed += 1;
        }
        for (const name of NAMES) {
          if (!(failed & ~BIT[name])) facets[name].counts[facets[name].codes[mention.number]] += 1;
        }
        const { bin } = mention.passage.document;
        if (bin >= 0 && !(failed & ~BIT.time) && timeline.count) timeCounts[bin] += 1;
      }
    }

    /** @param {Object} mention */
    passes(mention) {
      return Boolean(mention.place) && !this.fails[mention.number];
    }
  }

  /** A test for words in places, spellings and quotes; places by name come first in lists. */
  function searchTest(search) {
    const wanted = fold(search.trim());
    if (!wanted) return null;
    return (mention) => (mention.place && mention.place.sought.includes(wanted)) || isQuoted(mention, wanted);
  }

  function isQuoted({ passage, first, last }, wanted) {
    if (passage.folded === undefined) passage.folded = fold(passage.text);
    if (!passage.folded.includes(wanted)) return false;
    const isWhole = first === 0 && last === passage.text.length;
    return isWhole || fold(passage.text.slice(first, last)).includes(wanted);
  }

  geomap.Filters = Filters;
  geomap.FACETS = NAMES;
  geomap.fold = fold;
})((window.geomap = window.geomap || {}));
