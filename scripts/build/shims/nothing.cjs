// In place of what packages load and we never call: js-yaml's writer, and the places where cosmiconfig would search.
module.exports = {};
