// Keeps this phone up to date: pushed by WebSocket, asked for when the push is away. A phone that slept often has
// a WebSocket that looks open and is dead, so every waking asks at once and opens a new one when in doubt.

const POLL_WHEN_PUSHED = 25000;
const POLL_ALONE = 3000;
const SLOWEST = 10000;
const STALE = 40000;
const SEAT_GONE = 4401;

/**
 * `fetchState()` resolves to a snapshot, `openSocket()` gives a WebSocket; `arrived(snapshot)`,
 * `changed("connected" | "trying")` and `refused()` are told.
 */
export class Link {
  constructor(hooks) {
    Object.assign(this, hooks);
    this.running = false;
    this.socket = null;
    this.heard = 0;
    this.failures = 0;
    this.timer = 0;
  }

  start() {
    this.running = true;
    this.wake();
  }

  stop() {
    this.running = false;
    clearTimeout(this.timer);
    this.drop();
  }

  /** The page is seen again, the network is back, or an answer did not get through. */
  wake() {
    if (!this.running) return;
    if (!this.pushed || Date.now() - this.heard > STALE) this.connect();
    this.ask();
  }

  get pushed() {
    return this.socket !== null && this.socket.readyState === WebSocket.OPEN;
  }

  async ask() {
    clearTimeout(this.timer);
    try {
      const snapshot = await this.fetchState();
      this.failures = 0;
      if (this.running) this.take(snapshot);
    } catch {
      this.failures += 1;
      if (this.running) this.changed("trying");
    }
    if (!this.running) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), this.pause());
  }

  pause() {
    const base = this.pushed && !this.failures ? POLL_WHEN_PUSHED : POLL_ALONE * (1 + this.failures / 3);
    return Math.min(base, this.failures ? SLOWEST : POLL_WHEN_PUSHED) * (0.8 + Math.random() * 0.4);
  }

  take(snapshot) {
    this.heard = Date.now();
    this.changed("connected");
    if (snapshot) this.arrived(snapshot);
  }

  connect() {
    this.drop();
    let socket;
    try {
      socket = this.openSocket();
    } catch {
      return; // A browser that forbids it: asking goes on.
    }
    this.socket = socket;
    socket.onmessage = (event) => {
      if (this.socket === socket) this.take(JSON.parse(event.data));
    };
    const begun = Date.now();
    socket.onclose = ({ code }) => {
      if (this.socket !== socket) return;
      this.socket = null;
      if (code === SEAT_GONE) this.refused();
      if (!this.running || Date.now() - begun < POLL_ALONE) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.wake(), 500 + Math.random() * 1000);
    };
  }

  drop() {
    const socket = this.socket;
    this.socket = null;
    if (socket) socket.close();
  }
}
