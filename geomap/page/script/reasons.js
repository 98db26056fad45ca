/** Why a place was chosen, in the reader's language where the sentence is one of the known. */
(function (geomap) {
  'use strict';

  const { say, isolate } = geomap.text;

  /** A name without record, put at a place; how that was chosen ends the sentence. */
  function put(ending) {
    return new RegExp('^no place is recorded as (?<name>.+); put at (?<place>.+), ' + ending + '$', 'su');
  }

  /** Sentences as geomap/resolution writes them; any other stays as it is. */
  const SENTENCES = [
    ['whySpelling', /^no place is recorded under this spelling; (?<name>.+), a name of (?<place>.+), is close to it$/su],
    ['whyPart', /^no place is recorded under all of this name; part of it is a name of (?<place>.+)$/su],
    ['whyPutPart', put('which is part of the name')],
    ['whyPutInside', put('where the text says it is')],
    ['whyPutHome', put('where the paper is at home')],
    ['whyPutOnce', put('the likeliest place around, named here once')],
    ['whyPutOften', put('the likeliest place around, named here (?<n>\\d+) times')],
    ['whyPeople', /^a word for the people of (?<place>.+)$/su],
    ['whyNameOf', /^the name of (?<place>.+), likeliest of (?<n>\d+) namesakes$/su],
    ['whyName', /^the name of (?<place>.+)$/su],
    ['whyAliasOf', /^a recorded name of (?<place>.+), likeliest of (?<n>\d+) namesakes$/su],
    ['whyAlias', /^a recorded name of (?<place>.+)$/su],
    ['whyCoordinates', /^coordinates given in the text$/u],
    ['whyUnknown', /^no place is known as (?<name>.+)$/su],
    ['whyGuess', /^(?<name>.+) is the best guess, but none of the places fits well$/su],
  ];
  const COMPANY = [
    ['whyNear', /^it lies (?<n>\d+) km from (?<name>.+), also named here$/su],
    ['whyWithin', /^it lies in (?<name>.+), also named here$/su],
  ];

  /**
   * @param {string} why one sentence, in English
   * @param {Object} [chosen] the place it is about
   * @returns {string}
   */
  function reason(why, chosen) {
    const at = why.lastIndexOf('; it lies ');
    const parts = at < 0 ? [translate(why, SENTENCES, chosen)]
      : [translate(why.slice(0, at), SENTENCES, chosen), translate(why.slice(at + 2), COMPANY)];
    return parts.includes(null) ? why : parts.join('; ');
  }

  /** A place with what it lies in, as geomap/resolution writes it. */
  function inFull({ name, path }) {
    return path.length ? name + ' (' + path.join(', ') + ')' : name;
  }

  function translate(words, patterns, chosen) {
    for (const [key, pattern] of patterns) {
      const found = pattern.exec(words);
      if (!found) continue;
      const { n, name = '', place = '' } = found.groups || {};
      // The place and its country are called as everywhere on the page.
      const called = chosen && chosen.recorded && place === inFull(chosen.recorded) ? inFull(chosen) : place;
      return say(key, { name: isolate(name), place: isolate(called), n: Number(n) });
    }
    return null;
  }

  geomap.reason = reason;
})((window.geomap = window.geomap || {}));
