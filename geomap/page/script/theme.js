/** Light or dark: as the page or the system says, until the reader presses the button. */
(function (geomap) {
  'use strict';

  const NAMES = ['land', 'water', 'border', 'division', 'shore', 'name', 'halo', 'area', 'tint', 'rival', 'spot', 'spot-ink', 'ink'];
  const system = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const listeners = [];
  const theme = { colours: {}, listen: (listener) => listeners.push(listener), start, borrow };

  /** @param {string} asked 'light', 'dark' or 'auto' */
  function start(asked) {
    const follow = () => apply(system.matches ? 'dark' : 'light');
    if (asked === 'light' || asked === 'dark') {
      apply(asked);
    } else {
      follow();
      system.addEventListener('change', follow);
    }
    geomap.dom.byId('theme').addEventListener('click', () => apply(other(root.dataset.theme)));
  }

  function other(name) {
    return name === 'dark' ? 'light' : 'dark';
  }

  function apply(name) {
    const button = geomap.dom.byId('theme');
    button.replaceChildren(geomap.symbols.icon(other(name)));
    button.setAttribute('aria-label', geomap.text.say(other(name)));
    read(name);
    for (const listener of listeners) listener(name);
  }

  function read(name) {
    root.dataset.theme = name;
    const style = getComputedStyle(root);
    for (const key of NAMES) {
      const short = key.replace(/-(\w)/, (all, letter) => letter.toUpperCase());
      theme.colours[short] = style.getPropertyValue('--map-' + key).trim() || style.getPropertyValue('--' + key).trim();
    }
  }

  /**
   * Run something in other colours.
   * @param {string} name
   * @param {function(): Object} run
   */
  function borrow(name, run) {
    const before = root.dataset.theme;
    read(name);
    const result = run();
    read(before);
    return result;
  }

  geomap.theme = theme;
})((window.geomap = window.geomap || {}));
