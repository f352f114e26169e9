// Keeps this phone up to date: pushed by WebSocket, asked for when there is none. After sleep a WebSocket may look
// open and be dead, so every waking asks at once.

const POLL_WHEN_PUSHED = 25000;
const POLL_ALONE = 3000;
const SLOWEST = 10000;
const STALE = 40000;
const SEAT_GONE = 4401;
const OPEN = 1;

/** The app is told what `arrived`, to `connect` as "connected" or "trying", and that its seat is `forgotten`. */
export class Link {
	constructor(app) {
		Object.assign(this, { app, running: false, socket: null, heard: 0, failures: 0, losses: 0, timer: 0 });
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

	/** The network is gone: nothing still on its way says otherwise. */
	lose() {
		this.drop();
		this.losses += 1;
		this.app.connect("trying");
		this.later(POLL_ALONE);
	}

	get pushed() {
		return this.socket?.readyState === OPEN;
	}

	async ask() {
		clearTimeout(this.timer);
		const { losses } = this;
		try {
			const snapshot = await this.app.guard(() => this.app.api.state());
			if (!this.running || losses !== this.losses) return;
			this.failures = 0;
			this.take(snapshot);
		} catch {
			this.failures += 1;
			if (this.running) this.app.connect("trying");
		}
		this.later(this.pause());
	}

	later(pause) {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.wake(), pause);
	}

	pause() {
		const alone = Math.min(POLL_ALONE + this.failures * 1000, SLOWEST);
		return (this.pushed && !this.failures ? POLL_WHEN_PUSHED : alone) * (0.8 + Math.random() * 0.4);
	}

	take(snapshot) {
		this.heard = Date.now();
		this.app.connect("connected");
		this.app.arrived(snapshot);
	}

	connect() {
		this.drop();
		let socket;
		try {
			socket = this.app.api.openSocket();
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
			if (code === SEAT_GONE) this.app.forgotten();
			const pause = Date.now() - begun < POLL_ALONE ? POLL_ALONE : 500;
			this.later(pause + Math.random() * 1000);
		};
	}

	drop() {
		const socket = this.socket;
		this.socket = null;
		if (socket) socket.close();
	}
}
