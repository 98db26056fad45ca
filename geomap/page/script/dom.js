/** Elements, made one way only: text goes in as text and never as HTML. */
(function (geomap) {
  'use strict';

  /**
   * Make an element.
   * @param {string} name tag, with classes after dots: 'button.row.is-faint'
   * @param {Object} [properties] attributes; `on*` are listeners, null and false are left out
   * @param {...(Node|string|number|null)} children
   * @returns {HTMLElement}
   */
  function make(name, properties, ...children) {
    const [tag, ...classes] = name.split('.');
    const element = document.createElement(tag);
    if (classes.length) element.className = classes.join(' ');
    for (const [key, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key, value === true ? '' : String(value));
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  /**
   * Make an SVG element.
   * @param {string} tag
   * @param {Object} attributes
   * @param {...Node} children
   */
  function makeSvg(tag, attributes, ...children) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  /** @param {string} id */
  function byId(id) {
    return document.getElementById(id);
  }

  /**
   * A link that leaves the page.
   * @param {string} name tag and classes, as in `make`
   * @param {string} url http or https
   * @param {...(Node|string)} children
   */
  function makeLink(name, url, ...children) {
    return make(name, { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children);
  }

  /**
   * Run a function once things have been quiet for a while.
   * @param {Function} run
   * @param {number} wait milliseconds
   */
  function whenQuiet(run, wait) {
    let timer = 0;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(run, wait);
    };
  }

  /** Whether the reader asked for less movement. */
  function isStill() {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  geomap.dom = { make, makeSvg, makeLink, byId, whenQuiet, isStill };
})((window.geomap = window.geomap || {}));
