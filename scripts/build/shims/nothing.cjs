// In place of what a package loads and we never call: js-yaml's writer.
module.exports = {};
