(() => {
  const { fetch } = window;
  window.fetch = function (...args) {
    return fetch.apply(this, args);
  };
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (...args) {
    return send.apply(this, args);
  };
})();
