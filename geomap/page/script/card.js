/** The card of a place: what it is, how it is written, why we think so, and every quote. */
(function (geomap) {
  'use strict';

  const { make, makeLink, byId } = geomap.dom;
  const { text, symbols, links } = geomap;
  const { say } = text;

  const REASONS = 3;

  class PlaceCard {
    /** @param {Object} store */
    constructor(store) {
      this.store = store;
      this.card = byId('place-card');
      this.list = byId('place-list');
      store.listen((state, changed) => {
        if (changed.has('place') || (changed.has('counts') && state.place)) this.show(state.place, changed.has('place'));
      });
    }

    show(place, isNew) {
      const wasOpen = !this.card.hidden;
      this.card.hidden = !place;
      this.list.hidden = Boolean(place);
      if (!place) {
        if (wasOpen) this.returnToList();
        return;
      }
      this.last = place;
      const mentions = this.store.mentionsOf(place);
      const quotes = make('div.quotes');
      this.scroll = make('div.scroll', {}, this.facts(place, mentions), this.evidence(place), quotes);
      this.card.replaceChildren(this.head(place), this.scroll);
      this.card.setAttribute('aria-label', place.name);
      geomap.fill(quotes, byDocument(mentions), (group) => this.group(group, place));
      if (isNew && this.store.cause !== 'reading') this.card.focus({ preventScroll: true });
    }

    returnToList() {
      const row = this.last && this.list.querySelector('[data-place="' + this.last.number + '"]');
      (row || byId('place-rows')).focus();
    }

    head(place) {
      const close = () => this.store.set({ place: null });
      return make(
        'div.panel-head.card-head', {},
        make('button.icon-button', { type: 'button', onclick: close, 'aria-label': say('backToPlaces') }, symbols.icon('back')),
        make(
          'div.card-title', {},
          make('h2', { dir: 'auto' }, symbols.sign(place), make('span', {}, place.name)),
          make('p', { dir: 'auto' }, place.path.join(', ')),
        ),
      );
    }

    facts(place, mentions) {
      const isLost = place.form === 'unresolved';
      return make(
        'div.facts', {},
        make('p.kind', {}, text.kind(place) + (place.population ? ' · ' + say('nInhabitants', { n: place.population }) : '')),
        isLost ? null : make('p.fact-links', {}, copyButton(text.coordinates(place)), ...outLinks(place)),
        make('h3', {}, say('written')),
        make('ul.spellings', {}, ...spellings(mentions)),
      );
    }

    /** How sure, by what match, why, and what else it might be. */
    evidence(place) {
      const best = place.mentions.reduce((a, b) => (b.score > a.score ? b : a), place.mentions[0]);
      if (!best) return make('div');
      const isLost = place.form === 'unresolved';
      const meter = make('meter', { min: 0, max: 100, value: best.score, 'aria-label': say('howSure') });
      return make(
        'div.evidence', {},
        make('h3', {}, say(isLost ? 'notOnMap' : 'whyThis')),
        isLost ? null : make('p.sureness', {}, meter, make('b', {}, text.percent(best.score)), text.term('matches', best.match)),
        make('ul.reasons', {}, ...reasonsOf(place)),
        this.rivals(place),
      );
    }

    rivals(place) {
      const ordered = geomap.rivalsOf(place);
      if (!ordered.length) return null;
      const details = make(
        'details', { open: this.store.state.rivals === place },
        make('summary', {}, say(place.form === 'unresolved' ? 'guesses' : 'rivals')),
        make('ul.rivals', {}, ...ordered.map(({ place: { name, path }, score }) => make(
          'li', {}, make('bdi', {}, name), make('span.faint', { dir: 'auto' }, path.join(', ')), make('span.score', {}, text.percent(score)),
        ))),
      );
      details.addEventListener('toggle', () => {
        if (this.store.state.place === place) this.store.set({ rivals: details.open ? place : null }, 'card');
      });
      return details;
    }

    group({ document, mentions }, place) {
      return make(
        'section.quote-group', {},
        make(
          'h3', {},
          make('button.document-link', { type: 'button', onclick: () => this.read(mentions[0]) },
            make('span', { dir: 'auto' }, document.name)),
        ),
        make('p.byline', { dir: 'auto' }, bylineOf(document)),
        ...mentions.map((mention) => this.quote(mention, place)),
      );
    }

    quote(mention, place) {
      const { passage, first, last } = mention;
      const choose = (other) => (other.place ? this.store.set({ place: other.place }, 'card') : geomap.correct(other));
      const words = passage.text.slice(first, last);
      const source = links.passageLink(passage.document.url, words);
      return make(
        'div.quote' + (mention.isUnsure ? '.is-unsure' : ''), {},
        make('blockquote', { dir: 'auto' }, ...geomap.markUp(passage, first, last, { place, choose })),
        make(
          'div.quote-tools', {},
          make('button.text-button', { type: 'button', onclick: () => this.read(mention) }, symbols.icon('read'), say('readOn')),
          source ? makeLink('a.text-button', source, symbols.icon('out'), say('source')) : null,
          make('button.text-button', { type: 'button', onclick: () => geomap.correct(mention) }, symbols.icon('pen'), say('correct')),
          mention.isUnsure && mention.place.form !== 'unresolved' ? make('span.score', {}, text.percent(mention.score)) : null,
        ),
      );
    }

    read(mention) {
      this.store.set({ document: mention.passage.document, mention }, 'card');
    }
  }

  function copyButton(words) {
    const button = make(
      'button.text-button.coordinates', { type: 'button', title: say('copy') },
      make('span', { dir: 'ltr' }, words), symbols.icon('copy'),
    );
    button.addEventListener('click', async () => {
      // A page inside another (Jupyter) may not be allowed to write to the clipboard.
      const isCopied = await copy(words);
      byId('status').textContent = say(isCopied ? 'copied' : 'notCopied');
      if (!isCopied) return;
      button.classList.add('is-done');
      setTimeout(() => button.classList.remove('is-done'), 1200);
    });
    return button;
  }

  async function copy(words) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch (error) {
      return false;
    }
  }

  function outLinks(place) {
    const geonames = links.geonamesLink(place);
    return [
      geonames ? makeLink('a.text-button', geonames, symbols.icon('out'), 'GeoNames') : null,
      makeLink('a.text-button', links.openStreetMapLink(place), symbols.icon('out'), 'OpenStreetMap'),
    ];
  }

  function spellings(mentions) {
    return geomap.spellingsOf(mentions).map(([written, count]) => make(
      'li', {}, make('bdi', {}, written), ' ', make('span.times', { dir: 'ltr' }, '×' + text.number(count)),
    ));
  }

  /** Why each spelling means this place, by its surest mention; spellings of one reason together. */
  function reasonsOf(place) {
    const reasons = new Map();
    for (const [spelling] of geomap.spellingsOf(place.mentions)) {
      const mentions = place.mentions.filter((mention) => mention.text === spelling && mention.why);
      if (!mentions.length) continue;
      const best = mentions.reduce((a, b) => (b.score > a.score ? b : a));
      const words = geomap.reason(best.why, place);
      // The line above says so already.
      if (words === say('correctedByHand')) continue;
      reasons.set(words, [...(reasons.get(words) || []), spelling]);
    }
    if (reasons.size === 1) return [...reasons.keys()].map((words) => make('li', { dir: 'auto' }, words));
    return [...reasons].slice(0, REASONS).map(([words, spelled]) => (
      make('li.is-spelled', {}, make('bdi', {}, text.list(spelled)), ' – ', make('bdi', {}, words))
    ));
  }

  /** Mentions in one sentence make one quote; documents newest first. */
  function byDocument(mentions) {
    const groups = new Map();
    for (const mention of mentions) {
      const { document } = mention.passage;
      if (!groups.has(document)) groups.set(document, { document, mentions: [], last: null });
      const group = groups.get(document);
      const isSame = group.last && group.last.passage === mention.passage && group.last.first === mention.first;
      if (!isSame) group.mentions.push(mention);
      group.last = mention;
    }
    const newest = (a, b) => (b.document.day ?? -Infinity) - (a.document.day ?? -Infinity) || a.document.number - b.document.number;
    return [...groups.values()].sort(newest);
  }

  function bylineOf(document) {
    return [document.source, text.date(document.date)].filter(Boolean).map(text.isolate).join(' · ');
  }

  geomap.PlaceCard = PlaceCard;
  geomap.bylineOf = bylineOf;
})((window.geomap = window.geomap || {}));
