// The big screen in words, for who cannot see it; loaded only when somebody turns it on.

import { h } from "../dom.js";

const PAUSE = 2500;
const WORDS = {
	title: "The big screen in words",
	off: "Turn the words off",
	number: "Page {number}",
	break: "The room has a break.",
	other: "The big screen shows no slide now.",
	nothing: "The training has not begun, or is over.",
	trying: "The words come when you are connected again.",
};

/** Turns the words on, or off again; a phone remembers which. */
export function turn(app) {
	app.aloud?.stop();
	const aloud = app.aloud ? null : new Aloud(app);
	app.keep.write("aloud", Boolean(aloud));
	return aloud;
}

/** Asks for the screen's words whenever it may have changed, and says new ones once. */
class Aloud {
	constructor(app) {
		Object.assign(this, { app, on: true, slide: null, asking: false, news: true, failed: false, socket: null });
		this.timer = setInterval(() => this.ask(), PAUSE);
		this.ask();
	}

	stop() {
		this.on = false;
		clearInterval(this.timer);
	}

	/** The socket tells of every slide once it was asked to; without one, asking goes on. */
	get told() {
		const { socket, pushed } = this.app.link;
		if (!pushed) return false;
		if (socket !== this.socket) socket.send("slides");
		this.socket = socket;
		return true;
	}

	arrived() {
		this.news = true;
		this.ask();
	}

	async ask() {
		if (this.asking || document.hidden || !this.app.seat || (this.told && !this.news)) return;
		this.asking = true;
		this.news = false;
		try {
			const slide = await this.app.guard(() => this.app.api.call("GET", "/api/slide"));
			if (slide.key !== this.slide?.key) {
				this.slide = slide;
				this.app.draw();
			}
		} catch {
			this.failed = true;
		} finally {
			this.asking = false;
		}
		if (this.news && !this.failed) setTimeout(() => this.on && this.ask(), 300);
		this.news = this.news || this.failed;
		this.failed = false;
	}

	view() {
		const { app, slide } = this;
		return h("section.note.aloud", { key: "aloud", "aria-label": WORDS.title },
			h("h2", WORDS.title),
			h("div", { role: "log", "aria-live": "polite", "aria-atomic": "true" }, slide ? this.words(slide) : h("p", WORDS.trying)),
			h("button.wide.quiet", { onclick: () => app.hear() }, WORDS.off));
	}

	words({ shows, title, text, number }) {
		if (shows !== "slide") return h("p", WORDS[shows]);
		return [
			h("p.hint", WORDS.number.replace("{number}", number.replace("/", " of "))),
			h("p.kind", this.app.deck, title),
			text && h("p", this.app.deck, text),
		];
	}
}
