// Whether anybody looks: browsers open few connections to one server, and pages that are hidden, or
// kept to go back to, need none.

const HIDDEN_FOR = 30000;

/**
 * Runs something once the page was hidden for a while or is left, and when it is seen again.
 *
 * @param {() => void} hide
 * @param {() => void} show runs also when it was hidden too shortly for hide to run
 * @param {AbortSignal} [signal] ends it
 */
export function onVisibility(hide, show, signal) {
  let timer = 0;
  const change = () => {
    clearTimeout(timer);
    if (document.hidden) {
      timer = setTimeout(hide, HIDDEN_FOR);
    } else {
      show();
    }
  };
  document.addEventListener('visibilitychange', change, { signal });
  addEventListener('pagehide', hide, { signal });
  addEventListener('pageshow', (event) => event.persisted && show(), { signal });
  signal?.addEventListener('abort', () => clearTimeout(timer));
}
