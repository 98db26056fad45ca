/** Text with its mentions marked. */
(function (geomap) {
  'use strict';

  const { make } = geomap.dom;
  const { text } = geomap;
  const { say } = text;

  /**
   * Nodes for a piece of a passage, with every mention in it as a link to its place.
   * @param {Object} passage
   * @param {number} first
   * @param {number} last offsets in the passage, UTF-16
   * @param {Object} options
   * @param {Object} [options.place] the place whose mentions are marked strongest
   * @param {function(Object): void} options.choose called with a mention
   * @returns {Array<Node|string>}
   */
  function markUp(passage, first, last, { place, choose }) {
    const nodes = [];
    let done = first;
    for (const mention of passage.mentions) {
      if (mention.start < done || mention.end > last) continue;
      nodes.push(passage.text.slice(done, mention.start), mark(mention, place, choose));
      done = mention.end;
    }
    nodes.push(passage.text.slice(done, last));
    return nodes;
  }

  function mark(mention, place, choose) {
    const classes = ['mention', 'is-' + mention.role];
    if (!mention.place) return placeless(mention, classes, choose);
    if (mention.place.form === 'unresolved') classes.push('is-unresolved');
    else if (mention.isUnsure) classes.push('is-unsure');
    if (mention.match === 'correction') classes.push('is-corrected');
    if (mention.place.form === 'area') classes.push('is-area');
    if (place && mention.place === place && mention.role !== 'demonym') classes.push('is-chosen');
    const link = make('a.' + classes.join('.'), {
      href: '#place=' + encodeURIComponent(mention.place.id),
      title: titleOf(mention),
      onclick: (event) => {
        event.preventDefault();
        choose(mention);
      },
    }, mention.text);
    link.dataset.mention = mention.number;
    if (mention.role !== 'demonym') link.dataset.place = mention.place.number;
    return link;
  }

  /** What stands for no place stays within reach: to be given one, or to have its own back. */
  function placeless(mention, classes, choose) {
    const title = mention.isRejected ? say('isNoPlace', { words: mention.text }) : say('correct');
    if (mention.isRejected) classes.push('is-rejected');
    const button = make('button.' + classes.join('.'), {
      type: 'button', title, onclick: () => choose(mention),
    }, mention.text);
    button.dataset.mention = mention.number;
    return button;
  }

  function titleOf(mention) {
    const { place, score } = mention;
    if (place.form === 'unresolved') return mention.text + ': ' + say('notFound');
    return [place.name, ...place.path].join(', ') + ' · ' + text.percent(score);
  }

  geomap.markUp = markUp;
})((window.geomap = window.geomap || {}));
