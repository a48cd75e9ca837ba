/** Whether the service can be reached. */
const changes = new EventTarget();
let there = true;
let timer = 0;
let wait = 2000;

export const connection = {
  get there() {
    return there;
  },
  /** A request did not get through: look until one does. */
  lost() {
    if (timer) return;
    tell(false);
    wait = 2000;
    timer = setTimeout(look, wait);
  },
  /** A request got through. */
  found() {
    clearTimeout(timer);
    timer = 0;
    tell(true);
  },
  /** @param {(there: boolean) => void} told Called whenever that changes. */
  watch(told) {
    changes.addEventListener("change", () => told(there));
  },
};

async function look() {
  try {
    await fetch("/livez", { cache: "no-store" });
    connection.found();
  } catch {
    // Less and less often, so as not to wear out a machine that sleeps.
    wait = Math.min(wait * 1.5, 30000);
    timer = setTimeout(look, wait);
  }
}

function tell(now) {
  if (now === there) return;
  there = now;
  changes.dispatchEvent(new Event("change"));
}
