/** Turns the columns of the data block into places, documents and mentions that know each other. */
(function (geomap) {
  'use strict';

  /** Below this a mention is uncertain; by spelling or context alone, below the second. */
  const UNSURE = 50;
  const UNSURE_GUESS = 70;

  /**
   * @typedef {Object} Place
   * @property {number} number
   * @property {string} form 'point', 'area' or 'unresolved'
   * @property {Mention[]} mentions
   * @property {Map<string, number>} spellings as written -> how often
   * @property {boolean} isUnsure every mention of it is
   * @property {number} score best of its mentions, in percent
   *
   * @typedef {Object} Mention
   * @property {number} number
   * @property {Passage} passage
   * @property {Place|null} place
   * @property {number} start
   * @property {number} end offsets in the passage, UTF-16
   * @property {number} first
   * @property {number} last offsets of its quote
   *
   * @typedef {Object} Passage
   * @property {Document} document
   * @property {string} text
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

  /**
   * @param {Object} data the block `story`
   * @returns {{title: string, subtitle: string, places: Place[], documents: Object[],
   *   passages: Passage[], mentions: Mention[], frame: number[]|null, outlines: Object}}
   */
  function buildModel(data) {
    const documents = rows(data.documents);
    const passages = rows(data.passages);
    const places = rows(data.places);
    const mentions = rows(data.mentions);
    for (const item of documents) Object.assign(item, { passages: [], count: 0 });
    for (const place of places) Object.assign(place, { mentions: [], spellings: new Map() });
    for (const passage of passages) {
      passage.document = documents[passage.document];
      passage.skips = passage.skips === 1;
      passage.mentions = [];
      passage.document.passages.push(passage);
    }
    for (const mention of mentions) joinMention(mention, data, passages, places);
    for (const place of places) judgePlace(place);
    const { title, subtitle, frame, outlines } = data;
    return { title, subtitle, frame, outlines, documents, passages, places, mentions };
  }

  function joinMention(mention, data, passages, places) {
    const place = places[mention.place] || null;
    mention.passage = passages[mention.passage];
    mention.passage.mentions.push(mention);
    mention.place = place;
    mention.why = data.reasons[mention.why];
    mention.rivals = data.rivals[mention.rivals];
    mention.text = mention.passage.text.slice(mention.start, mention.end);
    mention.isUnsure = isUnsure(mention);
    if (!place || mention.role === 'demonym') return;
    place.mentions.push(mention);
    place.spellings.set(mention.text, (place.spellings.get(mention.text) || 0) + 1);
    mention.passage.document.count += 1;
  }

  function isUnsure(mention) {
    const isGuess = mention.match === 'variant' || mention.match === 'context';
    return mention.score < (isGuess ? UNSURE_GUESS : UNSURE);
  }

  function judgePlace(place) {
    place.score = place.mentions.reduce((best, mention) => Math.max(best, mention.score), 0);
    place.isUnsure = place.mentions.every((mention) => mention.isUnsure);
    place.sought = [place.name, ...place.spellings.keys(), ...place.path].join('\n').toLowerCase();
  }

  geomap.buildModel = buildModel;
})((window.geomap = window.geomap || {}));
