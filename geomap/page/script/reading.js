/** The reading pane: a document as its quotes, in order, with every mention marked. */
(function (geomap) {
  'use strict';

  const { make, makeLink, byId, isStill } = geomap.dom;
  const { symbols, links } = geomap;
  const { say } = geomap.text;

  class Reading {
    /** @param {Object} store */
    constructor(store) {
      this.store = store;
      this.pane = byId('reading');
      this.list = byId('document-list');
      this.isOnlyDocument = store.model.documents.length === 1;
      store.listen((state, changed) => {
        if (changed.has('document') || (changed.has('corrections') && state.document)) this.show(state.document);
        else if (changed.has('role') && state.document) this.show(state.document);
        if (changed.has('only')) this.showFilter();
        if (changed.has('place')) this.mark(state.place);
        if (changed.has('mention') && state.mention) this.bringUp(state.mention);
      });
    }

    show(document) {
      const before = this.shown;
      this.shown = document;
      this.pane.hidden = !document;
      this.list.hidden = Boolean(document);
      if (!document) {
        const row = before && this.list.querySelector('[data-document="' + before.number + '"]');
        if (row) row.focus();
        return;
      }
      const body = make('div.scroll.reading-text', {}, ...this.paragraphs(document));
      this.pane.replaceChildren(this.head(document), body);
      this.pane.setAttribute('aria-label', document.name);
      this.showFilter();
      this.mark(this.store.state.place);
      if (this.store.cause === 'documents') this.pane.focus({ preventScroll: true });
    }

    head(document) {
      const back = () => this.store.closeDocument('reading');
      const source = links.passageLink(document.url, '');
      const count = document.passages.reduce((sum, passage) => sum + passage.mentions.filter(isNamed).length, 0);
      this.filter = this.isOnlyDocument ? null : make('button.toggle', {
        type: 'button', onclick: () => this.toggleFilter(),
      }, say('onlyIts'));
      return make(
        'div.panel-head.card-head', {},
        this.isOnlyDocument ? null
          : make('button.icon-button', { type: 'button', onclick: back, 'aria-label': say('backToDocuments') }, symbols.icon('back')),
        make(
          'div.card-title', {},
          make('h2', { dir: 'auto' }, document.name),
          make('p.byline', { dir: 'auto' }, geomap.bylineOf(document)),
          make(
            'p.reading-tools', {},
            this.filter,
            source ? makeLink('a.text-button', source, symbols.icon('out'), say('source')) : null,
            make('span.faint', {}, say('nMentions', { n: count })),
          ),
        ),
      );
    }

    toggleFilter() {
      const { document } = this.store.state;
      this.store.set({ only: this.store.isAlone(document) ? [] : [document.key] });
    }

    showFilter() {
      if (this.filter) this.filter.setAttribute('aria-pressed', String(this.store.isAlone(this.shown)));
    }

    paragraphs(document) {
      if (!document.passages.some((passage) => passage.mentions.length)) return [make('p.empty', {}, say('noNames'))];
      const language = /^[a-z]{2,3}(-[A-Za-z0-9-]+)?$/.test(document.language) ? document.language : null;
      const passages = document.passages.filter((passage) => passage.mentions.some((one) => this.isWanted(one)));
      return passages.flatMap((passage) => [
        passage.skips ? make('p.gap', { 'aria-hidden': 'true' }, '⋯') : null,
        make('p.passage', { dir: 'auto', lang: language }, ...geomap.markUp(passage, 0, passage.text.length, {
          choose: (mention) => this.choose(mention),
        })),
      ].filter(Boolean));
    }

    /** Quotes that name peoples only are left out while those are. */
    isWanted(mention) {
      return isNamed(mention) || this.store.state.role.includes('demonym');
    }

    choose(mention) {
      if (mention.place) this.store.set({ place: mention.place }, 'reading');
      else geomap.correct(mention);
    }

    mark(place) {
      for (const link of this.pane.querySelectorAll('.mention[data-place]')) {
        link.classList.toggle('is-chosen', Boolean(place) && link.dataset.place === String(place.number));
      }
    }

    /** Scroll to a mention and flash it. */
    bringUp(mention) {
      const link = this.pane.querySelector('[data-mention="' + mention.number + '"]');
      if (!link) return;
      link.scrollIntoView({ block: 'center', behavior: isStill() ? 'auto' : 'smooth' });
      link.classList.remove('is-found');
      requestAnimationFrame(() => link.classList.add('is-found'));
      link.focus({ preventScroll: true });
    }
  }

  function isNamed(mention) {
    return mention.role !== 'demonym';
  }

  geomap.Reading = Reading;
})((window.geomap = window.geomap || {}));
