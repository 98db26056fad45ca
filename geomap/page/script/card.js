/** The card of a place: what it is, how it is written, why we think so, and every quote. */
(function (geomap) {
  'use strict';

  const { make, makeLink, byId } = geomap.dom;
  const { text, symbols, links } = geomap;

  const REASONS = 3;

  class PlaceCard {
    /** @param {Object} store */
    constructor(store) {
      this.store = store;
      this.card = byId('place-card');
      this.list = byId('place-list');
      store.listen((state, changed) => {
        if (changed.has('place') || (changed.has('counts') && state.place)) this.show(state.place);
      });
    }

    show(place) {
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
      this.scroll = make('div.scroll', {}, this.facts(place), evidence(place), quotes);
      this.card.replaceChildren(this.head(place), this.scroll);
      this.card.setAttribute('aria-label', place.name);
      geomap.fill(quotes, byDocument(mentions), (group) => this.group(group, place));
      if (this.store.cause !== 'reading') this.card.focus({ preventScroll: true });
    }

    returnToList() {
      const row = this.last && this.list.querySelector('[data-place="' + this.last.number + '"]');
      if (row) row.focus();
    }

    head(place) {
      const close = () => this.store.set({ place: null });
      return make(
        'div.panel-head.card-head', {},
        make('button.icon-button', { type: 'button', onclick: close, 'aria-label': 'Back to all places' }, symbols.icon('back')),
        make(
          'div.card-title', {},
          make('h2', { dir: 'auto' }, symbols.sign(place), make('span', {}, place.name)),
          make('p', { dir: 'auto' }, place.path.join(', ')),
        ),
      );
    }

    facts(place) {
      const isLost = place.form === 'unresolved';
      return make(
        'div.facts', {},
        make('p.kind', {}, text.kind(place) + (place.population ? ' · ' + text.plural(place.population, 'inhabitant') : '')),
        isLost ? null : make('p.fact-links', {}, copyButton(text.coordinates(place)), ...outLinks(place)),
        make('h3', {}, 'Written'),
        make('ul.spellings', {}, ...spellings(place)),
      );
    }

    group({ document, mentions }, place) {
      return make(
        'section.quote-group', {},
        make(
          'h3', {},
          make('button.document-link', { type: 'button', onclick: () => this.read(mentions[0]) },
            make('span', { dir: 'auto' }, document.title || document.id)),
        ),
        make('p.byline', { dir: 'auto' }, bylineOf(document)),
        ...mentions.map((mention) => this.quote(mention, place)),
      );
    }

    quote(mention, place) {
      const { passage, first, last } = mention;
      const choose = (other) => this.store.set({ place: other.place }, 'card');
      const words = passage.text.slice(first, last);
      const source = links.passageLink(passage.document.url, words);
      return make(
        'figure.quote' + (mention.isUnsure ? '.is-unsure' : ''), {},
        make('blockquote', { dir: 'auto' }, ...geomap.markUp(passage, first, last, { place, choose })),
        make(
          'figcaption', {},
          make('button.text-button', { type: 'button', onclick: () => this.read(mention) }, symbols.icon('read'), 'Read on'),
          source ? makeLink('a.text-button', source, symbols.icon('out'), 'Source') : null,
          mention.isUnsure ? make('span.score', {}, mention.score + ' %') : null,
        ),
      );
    }

    read(mention) {
      this.store.set({ document: mention.passage.document, mention }, 'card');
    }
  }

  function copyButton(words) {
    const button = make(
      'button.text-button.coordinates', { type: 'button', title: 'Copy latitude and longitude' },
      make('span', {}, words), symbols.icon('copy'),
    );
    button.addEventListener('click', async () => {
      // A page inside another (Jupyter) may not be allowed to write to the clipboard.
      const isCopied = await copy(words);
      byId('status').textContent = isCopied ? 'Copied' : 'Not allowed to copy';
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

  function spellings(place) {
    const ordered = [...place.spellings].sort((a, b) => b[1] - a[1]);
    return ordered.map(([written, count]) => make(
      'li', {}, make('bdi', {}, written), make('span.times', {}, ' ×' + text.number(count)),
    ));
  }

  /** How sure, by what match, why, and what else it might be. */
  function evidence(place) {
    const best = place.mentions.reduce((a, b) => (b.score > a.score ? b : a), place.mentions[0]);
    if (!best) return make('div');
    const isLost = place.form === 'unresolved';
    const meter = make('meter', { min: 0, max: 100, value: best.score, 'aria-label': 'How sure' });
    return make(
      'div.evidence', {},
      make('h3', {}, isLost ? 'Not on the map' : 'Why this place'),
      isLost ? null : make('p.sureness', {}, meter, make('b', {}, best.score + ' %'), text.MATCHES[best.match] || ''),
      make('ul.reasons', {}, ...reasonsOf(place).map((why) => make('li', { dir: 'auto' }, why))),
      rivals(place),
    );
  }

  function reasonsOf(place) {
    return [...new Set(place.mentions.map((mention) => mention.why))].filter(Boolean).slice(0, REASONS);
  }

  function rivals(place) {
    const known = new Map();
    for (const mention of place.mentions) {
      for (const [name, path, lat, lon, score] of mention.rivals) {
        const key = [name, path, lat, lon].join('|');
        if (!known.has(key) || known.get(key).score < score) known.set(key, { name, path, score });
      }
    }
    if (!known.size) return null;
    const ordered = [...known.values()].sort((a, b) => b.score - a.score).slice(0, 5);
    return make(
      'details', {},
      make('summary', {}, place.form === 'unresolved' ? 'Best guesses' : 'What else it might be'),
      make('ul.rivals', {}, ...ordered.map(({ name, path, score }) => make(
        'li', {}, make('bdi', {}, name), make('span.faint', { dir: 'auto' }, path), make('span.score', {}, score + ' %'),
      ))),
    );
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
    const newest = (a, b) => b.document.date.localeCompare(a.document.date) || a.document.number - b.document.number;
    return [...groups.values()].sort(newest);
  }

  function bylineOf(document) {
    return [document.source, text.date(document.date)].filter(Boolean).join(' · ');
  }

  geomap.PlaceCard = PlaceCard;
  geomap.bylineOf = bylineOf;
})((window.geomap = window.geomap || {}));
