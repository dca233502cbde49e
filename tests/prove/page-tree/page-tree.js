/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document as a browser built it, a line a node, the same in WebKit and in Chromium. Of what is a session's alone it leaves out the value:
 * tokens of forms. Its value is that text. */
(function () {
  const lines = [document.compatMode + ' ' + document.characterSet + ' ' + document.contentType];

  function describe (node) {
    switch (node.nodeType) {
    case Node.ELEMENT_NODE: {
      const isToken = node.localName === 'input' && node.getAttribute ('name') === 'token';
      const attributes = Array.from (node.attributes, function (attribute) {
        const value = isToken && attribute.name === 'value' ? '' : attribute.value;

        return ' ' + (attribute.namespaceURI || '') + attribute.name + '="' + value + '"';
      });

      return '<' + node.namespaceURI.split ('/').pop () + ':' + node.localName + attributes.join ('') + '>';
    }
    case Node.DOCUMENT_TYPE_NODE:
      return '<!' + [node.name, node.publicId, node.systemId].join (' ') + '>';
    default:
      return node.nodeType + JSON.stringify (node.nodeValue);
    }
  }

  function walk (node, depth) {
    lines.push (depth + ' ' + describe (node));
    for (const child of node.childNodes)
      walk (child, depth + 1);
    if (node.content !== undefined && node.localName === 'template')
      for (const child of node.content.childNodes)
        walk (child, depth + 1);
  }

  for (const child of document.childNodes)
    walk (child, 0);
  return lines.join ('\n');
}) ()
