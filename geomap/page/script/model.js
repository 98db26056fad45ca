/** Turns the columns of the data block into places, documents and mentions that know each other. */
(function (geomap) {
  'use strict';

  /** Below this a mention is uncertain; by spelling or context alone, below the second. */
  const UNSURE = 50;
  const UNSURE_GUESS = 70;

  /**
   * @typedef {Object} Place
   * @property {number} number
   * @property {string} name in the reader's language where that is known
   * @property {{name: string, path: string[]}} recorded in the gazetteer
   * @property {string} form 'point', 'area' or 'unresolved'
   * @property {Mention[]} mentions
   * @property {number} count of mentions under the filters
   * @property {boolean} isUnsure every mention of it is
   * @property {number} score best of its mentions, in percent
   *
   * @typedef {Object} Mention
   * @property {number} number
   * @property {Passage} passage
   * @property {Place|null} place
   * @property {{place: Place|null, role: string, match: string, score: number, why: string}} given
   *   what it was before any correction
   * @property {number} start
   * @property {number} end offsets in the passage, UTF-16
   * @property {number} first
   * @property {number} last offsets of its quote
   * @property {Array<{place: Place, score: number}>} rivals
   *
   * @typedef {Object} Passage
   * @property {Document} document
   * @property {string} text
   * @property {number} start offset in the document, code points
   * @property {boolean} skips words were left out before it
   * @property {Mention[]} mentions
   */

  /**
   * Rows of a table kept by columns.
   * @param {Object<string, Array>} columns
   * @returns {Object[]}
   */
  function rows(columns) {
    const names = Object.keys(columns);
    const count = columns[names[0]].length;
    const table = new Array(count);
    for (let number = 0; number < count; number += 1) {
      const row = { number };
      for (const name of names) row[name] = columns[name][number];
      table[number] = row;
    }
    return table;
  }

  class Model {
    /** @param {Object} data the block `story` */
    constructor(data) {
      const { frame, outlines, look, key } = data;
      Object.assign(this, { frame, outlines, look, key });
      this.documents = rows(data.documents);
      /** @type {Map<string, Document>} */
      this.documentsByKey = new Map();
      for (const item of this.documents) this.enter(item);
      this.passages = rows(data.passages);
      this.mentions = rows(data.mentions);
      /** @type {Map<string, Place>} places by id, with those that are only runners-up */
      this.known = new Map();
      const given = rows(data.places);
      this.places = [];
      for (const place of given) this.adopt(place);
      for (const passage of this.passages) this.joinPassage(passage);
      const candidates = rows(data.candidates).map((one) => this.meet(one));
      const rivals = data.rivals.map((some) => some.map(([i, score]) => ({ place: candidates[i], score })));
      const reasons = callAsHere(data.reasons, this.known.values());
      for (const mention of this.mentions) this.joinMention(mention, reasons, rivals);
      for (const place of this.places) judgePlace(place);
      /** The area that the first view shows whole, in a story of areas. */
      this.main = this.places[data.main] || null;
    }

    /** Documents may come with the same id; their keys differ. */
    enter(document) {
      const { documentsByKey } = this;
      let key = document.id;
      for (let n = 2; documentsByKey.has(key); n += 1) key = document.id + ' ' + n;
      documentsByKey.set(key, Object.assign(document, { key, name: document.title || document.id, passages: [], count: 0 }));
    }

    /** What a document is called. @param {string} key */
    nameOf(key) {
      const document = this.documentsByKey.get(key);
      return document ? document.name : key;
    }

    /** The place with the id of one that may be known already. */
    meet(place) {
      if (!this.known.has(place.id)) this.known.set(place.id, { ...translate(place), mentions: [], count: 0 });
      return this.known.get(place.id);
    }

    /** Make a place one of the story's. */
    adopt(place) {
      const own = this.meet(place);
      if (this.places[own.number] === own) return own;
      own.number = this.places.length;
      this.places.push(own);
      return own;
    }

    joinPassage(passage) {
      passage.document = this.documents[passage.document];
      passage.skips = passage.skips === 1;
      passage.mentions = [];
      passage.document.passages.push(passage);
    }

    joinMention(mention, reasons, rivals) {
      mention.passage = this.passages[mention.passage];
      mention.passage.mentions.push(mention);
      mention.place = this.places[mention.place] || null;
      mention.why = reasons[mention.why];
      mention.rivals = rivals[mention.rivals];
      mention.text = mention.passage.text.slice(mention.start, mention.end);
      mention.isUnsure = isUnsure(mention);
      const { place, role, match, score, why } = mention;
      mention.given = { place, role, match, score, why };
      if (place) place.mentions.push(mention);
    }

    /**
     * Give a mention another meaning.
     * @param {Mention} mention
     * @param {Object} meaning some of what `given` holds
     * @returns {Array<Place>} the places to judge again
     */
    change(mention, meaning) {
      const before = mention.place;
      Object.assign(mention, mention.given, meaning);
      mention.isUnsure = isUnsure(mention);
      const touched = [before, mention.place].filter(Boolean);
      if (before) before.mentions = before.mentions.filter((one) => one !== mention);
      if (mention.place) {
        mention.place.mentions.push(mention);
        mention.place.mentions.sort((a, b) => a.number - b.number);
      }
      return touched;
    }
  }

  /** Feature codes of GeoNames for countries of today, which an ISO code names. */
  const COUNTRY = /^PCL(?!H)/;

  /**
   * A place with its country named in the reader's language; `recorded` is what the gazetteer says.
   * Browsers have no names of places within countries, so those stay as they are.
   */
  function translate(place) {
    const { name, path, code } = place;
    const recorded = { name, path };
    const country = geomap.text.country(place.country);
    const isCountry = COUNTRY.test(code);
    if (!country || geomap.text.isEnglish) return { ...place, recorded };
    return {
      ...place, recorded, name: isCountry ? country : name,
      path: isCountry || !path.length ? path : [...path.slice(0, -1), country],
    };
  }

  /** Clauses that name another place of the story; the others quote names of the gazetteer or the text. */
  const ASIDE = ['whyNear', 'whyWithin'];

  /** Reasons with the places that they lean on called as everywhere on the page. */
  function callAsHere(reasons, places) {
    const called = new Map();
    for (const { name, recorded } of places) called.set(recorded.name, name);
    return reasons.map((why) => (typeof why === 'string' ? why : why.map(([key, name, ...rest]) => (
      [key, (ASIDE.includes(key) && called.get(name)) || name, ...rest]
    ))));
  }

  function isUnsure(mention) {
    const isGuess = mention.match === 'variant' || mention.match === 'context';
    return mention.score < (isGuess ? UNSURE_GUESS : UNSURE);
  }

  /** What follows for a place from its mentions; those of peoples count where there are no others. */
  function judgePlace(place) {
    const named = place.mentions.filter((mention) => mention.role !== 'demonym');
    const judged = named.length ? named : place.mentions;
    place.score = judged.reduce((best, mention) => Math.max(best, mention.score), 0);
    place.isUnsure = judged.every((mention) => mention.isUnsure);
    const spellings = new Set(place.mentions.map((mention) => mention.text));
    place.sought = geomap.fold([place.name, place.recorded.name, ...spellings, ...place.path, ...place.recorded.path].join('\n'));
  }

  /** How often each spelling comes in some mentions, most frequent first. */
  function spellingsOf(mentions) {
    const counts = new Map();
    for (const { text } of mentions) counts.set(text, (counts.get(text) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
  }

  /**
   * Offsets of a mention in its document, in code points as Python counts them.
   * @param {Mention} mention
   * @returns {[number, number]}
   */
  function offsetsOf({ passage, start, text }) {
    const first = passage.start + [...passage.text.slice(0, start)].length;
    return [first, first + [...text].length];
  }

  Object.assign(geomap, { Model, judgePlace, spellingsOf, offsetsOf });
})((window.geomap = window.geomap || {}));
