// The co-facilitator's console: what the room is at, what this device asks of it.

import { draw, h } from "../dom.js";
import { Keep, randomKey } from "../keep.js";
import { Link } from "../link.js";
import { CoApi } from "./api.js";
import { desk, needsPeople } from "./desk.js";
import { notes, outline } from "./notes.js";
import { Pictures } from "./pictures.js";
import { asking, bar, join, onward, stage, top } from "./stage.js";
import { room } from "./time.js";
import { vote } from "./vote.js";
import { say } from "./words.js";

const TYPING_PAUSE = 250;
const COUNTING_PAUSE = 400;
const NOTE_SECONDS = 8000;
const TABS = { notes, desk, slides: outline, room };
const KEYS = { ArrowRight: "next", PageDown: "next", ArrowLeft: "back", PageUp: "back" };

class Console {
	constructor(root, said) {
		Object.assign(this, { root, said, say, keep: new Keep(), model: null, connection: "opening", notes: new Map() });
		this.token = this.keep.read("co.token") || "";
		this.api = new CoApi(() => this.token);
		this.link = new Link(this);
		this.pictures = new Pictures(this.api, () => this.draw());
		this.ui = { tab: "notes", size: this.keep.read("co.size") || 18, code: location.hash.slice(1), problem: "", note: "", hands: {}, typed: "", find: "" };
	}

	start() {
		if (this.ui.code) history.replaceState(null, "", location.pathname);
		for (const event of ["online", "pageshow", "resume"]) window.addEventListener(event, () => this.link.wake(), true);
		document.addEventListener("visibilitychange", () => !document.hidden && this.link.wake());
		window.addEventListener("offline", () => this.link.lose());
		document.addEventListener("keydown", (event) => this.key(event));
		setInterval(() => this.model?.stage === "running" && this.draw(), 1000);
		this.draw();
		if (this.token) this.link.start();
	}

	// What the room says

	arrived(told) {
		if (this.model && told.run === this.model.run && told.at < this.model.at) return;
		const before = this.model;
		if (before && told.run !== before.run) this.forget();
		this.model = told;
		this.heard = Date.now();
		const moved = before?.here.slide !== told.here.slide || before?.here.step !== told.here.step;
		if (moved) this.ui = { ...this.ui, asking: null, hands: {} };
		if (before && moved) this.tell(told.here.title);
		if (needsPeople(this, before)) this.findPeople();
		this.fetchNotes(told.here.slide);
		this.pictures.want([told.here, told.next]);
		this.draw();
	}

	/** Seconds left of what had so many when this was told. */
	since(left, runs) {
		return left - (runs ? (Date.now() - this.heard) / 1000 : 0);
	}

	/** What was kept of the slides belongs to another session. */
	forget() {
		this.notes.clear();
		this.pictures.clear();
	}

	connect(connection) {
		this.connection = connection;
		this.draw();
	}

	async guard(work) {
		try {
			return await work();
		} catch (error) {
			if (error.status === 401) this.forgotten();
			throw error;
		}
	}

	/** The code was withdrawn, or this is another session. */
	forgotten() {
		this.leave();
		this.set({ problem: say("gone") });
	}

	leave() {
		this.link.stop();
		this.token = "";
		this.keep.write("co.token", null);
		this.model = null;
		this.forget();
		this.set({ tab: "notes", looking: null, people: null, slides: null, code: "" });
	}

	// What this device asks

	async join(wish) {
		if (this.ui.busy) return;
		this.set({ busy: "join", problem: "" });
		try {
			const { token, state } = await this.api.join(wish);
			this.token = token;
			this.keep.write("co.token", token);
			this.connection = "connected";
			this.arrived(state);
			this.link.start();
			this.root.querySelector("h1")?.focus();
		} catch (error) {
			this.ui.problem = error.status ? error.message : say("unreachable");
		} finally {
			this.set({ busy: "" });
		}
	}

	/** One press; what moves the room is for the slide that was seen. */
	async press(action, facts = {}) {
		if (this.ui.busy || this.connection !== "connected") return false;
		const wish = { key: randomKey(), seen: this.model.seen, do: action, ...facts };
		this.set({ busy: action, asking: null, note: "" });
		try {
			this.arrived(await this.guard(() => this.api.press(wish)));
			return true;
		} catch (error) {
			if (error.state) this.arrived(error.state);
			if (error.reason === "waiting") this.set({ asking: { words: error.message, action, facts } });
			else if (this.token) this.remark(error.status ? error.message : say("not_done"));
			return false;
		} finally {
			this.set({ busy: "" });
		}
	}

	/** Hands are counted quickly and sent when the counting rests. */
	count(choice, hands) {
		const counted = Math.min(Math.max(hands || 0, 0), 999);
		this.set({ hands: { ...this.ui.hands, [choice]: counted } });
		clearTimeout(this.counting);
		this.counting = setTimeout(() => this.sendCounts(), COUNTING_PAUSE);
	}

	async sendCounts() {
		const [counted] = Object.entries(this.ui.hands);
		if (!counted) return;
		const [choice, hands] = counted;
		if (!this.ui.busy) {
			await this.press("count", { choice: Number(choice), hands });
			const { [choice]: now, ...rest } = this.ui.hands;
			if (now === hands) this.set({ hands: rest });
		}
		this.counting = setTimeout(() => this.sendCounts(), COUNTING_PAUSE);
	}

	look(slide) {
		this.fetchNotes(slide);
		this.set({ looking: slide });
	}

	async fetchNotes(slide) {
		if (this.notes.has(slide)) return;
		this.notes.set(slide, null);
		try {
			this.notes.set(slide, await this.guard(() => this.api.notes(slide)));
		} catch {
			this.notes.delete(slide);
		}
		this.draw();
	}

	async open(tab) {
		this.set({ tab, looking: null });
		if (tab === "desk") this.findPeople();
		if (tab === "slides" && !this.ui.slides) this.set({ slides: await this.guard(() => this.api.outline()).catch(() => null) });
	}

	find(typed) {
		this.set({ typed });
		clearTimeout(this.typing);
		this.typing = setTimeout(() => this.findPeople(), TYPING_PAUSE);
	}

	async findPeople() {
		const typed = this.ui.typed;
		const people = await this.guard(() => this.api.people(typed.trim())).catch(() => null);
		if (people && typed === this.ui.typed) this.set({ people });
	}

	key(event) {
		const busyElsewhere = event.target.closest("input, [role=tab], select, textarea");
		const action = KEYS[event.key];
		if (!action || busyElsewhere || event.ctrlKey || event.metaKey || event.altKey || this.model?.stage !== "running") return;
		event.preventDefault();
		this.press(action);
	}

	resize(change) {
		const size = Math.min(Math.max(this.ui.size + change, 15), 32);
		this.keep.write("co.size", size);
		this.set({ size });
	}

	// Drawing

	remark(note) {
		this.set({ note });
		clearTimeout(this.noting);
		this.noting = setTimeout(() => this.set({ note: "" }), NOTE_SECONDS);
	}

	tell(words) {
		this.said.textContent = words;
	}

	set(changes) {
		this.ui = { ...this.ui, ...changes };
		this.draw();
	}

	draw() {
		document.title = this.model ? this.model.here.label : say("page");
		if (!this.token) return draw(this.root, [h("main", { key: "join" }, join(this))]);
		if (!this.model) return draw(this.root, [h("main", { key: "join" }, h("h1", { tabindex: "-1" }, say("opening")), this.connection === "trying" && h("p.problem", say("unreachable")))]);
		const panels = Object.keys(TABS).map((tab) => this.tab(tab));
		const side = h("section.side", { key: "side" },
			h("div.tabs", { role: "tablist", "aria-label": say("parts"), onkeydown: (event) => this.walk(event) }, panels),
			h("div.panel", { role: "tabpanel", id: "panel", "aria-labelledby": `tab-${this.ui.tab}`, key: this.ui.tab, tabindex: "0" }, TABS[this.ui.tab](this)));
		const running = this.model.stage === "running";
		const left = h("section.left", { key: "left" }, stage(this), running && this.model.vote && vote(this), running && onward(this));
		draw(this.root, [top(this), h("main.console", { key: "main" }, left, side), asking(this), bar(this)].filter(Boolean));
		this.pictures.paint(this.root);
	}

	tab(tab) {
		const chosen = tab === this.ui.tab;
		const count = tab === "desk" && this.model.waiting.length;
		return h("button.tab", { role: "tab", id: `tab-${tab}`, "aria-selected": String(chosen), "aria-controls": "panel", tabindex: chosen ? "0" : "-1", key: tab, onclick: () => this.open(tab) },
			say(tab), count > 0 && h("span.badge", count, h("span.heard", ` ${say("waits")}`)));
	}

	walk(event) {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		if (!step) return;
		event.preventDefault();
		const names = Object.keys(TABS);
		const tab = names[(names.indexOf(this.ui.tab) + step + names.length) % names.length];
		this.open(tab);
		document.getElementById(`tab-${tab}`).focus();
	}
}

new Console(document.getElementById("page"), document.getElementById("said")).start();
