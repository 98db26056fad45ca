/** Reads the blocks of data in the page. */
(function (geomap) {
  'use strict';

  /**
   * Read a block: JSON as it is, or base64 of zlib data.
   * @param {string} id
   * @returns {Promise<Object>}
   */
  async function unpack(id) {
    const block = document.getElementById(id);
    const text = block.textContent;
    block.textContent = '';
    if (block.dataset.packing !== 'deflate') return JSON.parse(text);
    const stream = new Blob([bytes(text)]).stream().pipeThrough(new DecompressionStream('deflate'));
    return new Response(stream).json();
  }

  function bytes(base64) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    const binary = atob(base64);
    const array = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i += 1) array[i] = binary.charCodeAt(i);
    return array;
  }

  geomap.unpack = unpack;
})((window.geomap = window.geomap || {}));
