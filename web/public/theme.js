// Runs before the first paint so that the page never flashes in the wrong theme; a file, as inline scripts are refused.
(function () {
  var stored = null;
  try { stored = localStorage.getItem('draizer.theme'); } catch (e) { /* storage may be forbidden */ }
  var light = window.matchMedia('(prefers-color-scheme: light)').matches;
  document.documentElement.dataset.theme = stored === 'dark' || stored === 'light' ? stored : light ? 'light' : 'dark';
})();
