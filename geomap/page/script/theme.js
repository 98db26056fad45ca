/** Light or dark: as the system says, until the reader presses the button. */
(function (geomap) {
  'use strict';

  const NAMES = ['land', 'water', 'border', 'division', 'shore', 'name', 'halo', 'area'];
  const system = matchMedia('(prefers-color-scheme: dark)');
  const listeners = [];
  const theme = { colours: {}, listen: (listener) => listeners.push(listener), start };

  function start() {
    const button = geomap.dom.byId('theme');
    apply(system.matches ? 'dark' : 'light', button);
    system.addEventListener('change', () => apply(system.matches ? 'dark' : 'light', button));
    button.addEventListener('click', () => {
      apply(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark', button);
    });
  }

  function apply(name, button) {
    document.documentElement.dataset.theme = name;
    const other = name === 'dark' ? 'light' : 'dark';
    button.replaceChildren(geomap.symbols.icon(other));
    button.setAttribute('aria-label', 'Use ' + other + ' colours');
    const style = getComputedStyle(document.documentElement);
    for (const key of NAMES) theme.colours[key] = style.getPropertyValue('--map-' + key).trim();
    for (const listener of listeners) listener(name);
  }

  geomap.theme = theme;
})((window.geomap = window.geomap || {}));
