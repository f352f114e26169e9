// Puts the page together.

import { Api } from "./api.js";
import { draw, h } from "./dom.js";
import { header, seat } from "./frame.js";
import { join, who } from "./join.js";
import { Keep } from "./keep.js";
import { Link } from "./link.js";
import { EMPTY, readState, screenOf } from "./model.js";
import { Outbox } from "./outbox.js";
import { question } from "./question.js";
import { sitting } from "./sitting.js";
import { Teller } from "./teller.js";
import { moved, opening, over, waiting } from "./waiting.js";
import { nearestLanguage, speaker } from "./words.js";

const TYPING_PAUSE = 900;
const LOOKING_PAUSE = 250;
const PATIENCE = 12000;
const VIEWS = { join, who, spell: (app) => app.part("name").view(), form: (app) => app.part("form").view(), waiting, sitting, over, opening, question: (app) => question(app, app.model.items[0]) };
const PROBLEMS = { code: "join_code_wrong", seat: "join_seat_wrong", seatCode: "join_full", slow: "join_busy", seatOwn: "name_refused", refusedOwn: "name_refused" };

class App {
	constructor(root, said) {
		this.root = root;
		this.keep = new Keep();
		this.api = new Api(() => this.seat?.token || "");
		this.seat = this.keep.read("seat");
		this.model = EMPTY;
		this.connection = "opening";
		this.ui = { step: "code", people: [], problem: "", at: this.keep.read("at") || 0 };
		this.scanned = new URLSearchParams(location.search).get("code");
		this.code = this.scanned || this.keep.read("code") || "";
		this.outbox = new Outbox(this.keep, (entry) => this.send(entry), () => this.draw());
		this.link = new Link(this);
		this.teller = new Teller(root, said);
		this.parts = {};
		this.useLanguage(navigator.language);
	}

	start() {
		for (const event of ["online", "pageshow", "resume"]) window.addEventListener(event, () => this.wake(), true);
		document.addEventListener("visibilitychange", () => (document.hidden ? this.sendNow() : this.wake()));
		window.addEventListener("offline", () => this.link.lose());
		window.addEventListener("beforeunload", (event) => this.stay(event));
		window.addEventListener("storage", (event) => this.otherTab(event));
		this.draw();
		if (this.keep.read("aloud")) this.hear();
		if (this.seat) this.link.start();
		else if (this.scanned) this.join({ code: this.scanned });
	}

	useLanguage(language) {
		this.deck = { lang: language, dir: "auto" };
		const near = nearestLanguage(language);
		const speak = (table) => {
			document.documentElement.lang = table ? near : "en";
			this.say = speaker(table);
		};
		speak();
		if (near !== "en") import(`./words/${near}.js`).then(({ WORDS }) => this.deck.lang === language && this.draw(speak(WORDS)), () => {});
	}

	arrived(told) {
		if (told.run === this.model.run && told.at < this.model.at) return;
		if (told.lang !== this.deck.lang) this.useLanguage(told.lang);
		this.model = readState(told);
		this.model.items.forEach((item) => this.outbox.settle(item));
		this.aloud?.arrived();
		if (this.model.evaluation !== "off") this.part("form");
		this.draw();
	}

	/** A part of the page, loaded when first wanted; nothing until then. */
	part(name) {
		if (!(name in this.parts)) {
			this.parts[name] = null;
			import(`./${name}/${name}.js`).then(({ Part }) => {
				this.parts[name] = new Part(this);
				this.draw();
			}, () => delete this.parts[name]);
		}
		return this.parts[name];
	}

	ownName() {
		return this.model.person === "linked" && this.part("name")?.note();
	}

	connect(connection) {
		if (this.connection === connection) return connection === "trying" && this.draw();
		this.connection = connection;
		this.since = Date.now();
		if (connection === "connected") this.outbox.flush();
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

	/** The seat went to another phone, or this is another session. */
	forgotten() {
		if (!this.seat) return;
		this.link.stop();
		this.ui = { ...this.ui, step: "lost", lost: this.seat, problem: "" };
		this.seat = null;
		this.model = EMPTY;
		this.draw();
	}

	wake() {
		if (!this.seat) return;
		this.link.wake();
		this.outbox.flush();
	}

	/** Out of reach a page that is left cannot come back: where an answer waits, the person is asked. */
	stay(event) {
		if (this.connection === "trying" && this.outbox.next()) event.preventDefault();
	}

	/** Another tab of this phone took or left a seat, or has an answer on its way. */
	otherTab({ key }) {
		if (key?.endsWith(".seat") && this.keep.read("seat")?.token !== this.seat?.token) location.reload();
		this.outbox.reload();
		this.draw();
	}

	join(wish) {
		return this.busy(wish, async () => {
			const { token, seat: code, state } = await this.api.takeSeat(wish);
			if (code !== this.ui.lost?.seat) this.outbox.clear();
			this.seat = { token, seat: code };
			this.keep.write("seat", this.seat);
			this.keep.write("code", (this.code = wish.code));
			history.replaceState(null, "", location.pathname);
			this.ui = { ...this.ui, at: 0, step: "code", named: Boolean(wish.seat) };
			this.keep.write("named", this.ui.named);
			this.connection = "connected";
			this.arrived(state);
			this.link.start();
		});
	}

	get askName() {
		const named = this.ui.named ?? this.keep.read("named");
		return this.model.check_in !== "off" && this.model.person === "none" && !named;
	}

	giveName(wish) {
		return this.busy(wish, async () => {
			this.arrived(await this.guard(() => this.api.giveName(wish)));
			this.stayAnonymous(wish.spelling);
		});
	}

	stayAnonymous(done) {
		this.keep.write("named", true);
		this.set({ named: true, spelling: !done && this.ui.spelling, people: [], problem: "" });
	}

	/** Offers people on the roster while somebody types, where that is allowed. */
	look(text) {
		clearTimeout(this.looking);
		if (this.model.check_in !== "search") return;
		this.looking = setTimeout(async () => {
			const people = text.trim().length < 2 ? [] : await this.api.people(text.trim()).catch(() => []);
			this.set({ people });
		}, LOOKING_PAUSE);
	}

	/** One thing at a time; what went wrong is said where it was asked. */
	async busy(wish, work) {
		if (this.ui.busy) return;
		const where = this.seat ? "Own" : wish.seat ? "" : "Code";
		this.set({ busy: true, problem: "" });
		try {
			await work();
		} catch (error) {
			const step = this.ui.step === "lost" ? "seat" : this.ui.step;
			this.set({ step, problem: PROBLEMS[error.reason + where] || PROBLEMS[error.reason] || "join_unreachable" });
		} finally {
			this.set({ busy: false });
		}
	}

	/** This phone forgets its seat; its code opens it again. */
	leave(step = "code") {
		this.link.stop();
		this.outbox.clear();
		this.keep.write("seat", null);
		this.seat = null;
		this.model = EMPTY;
		this.set({ leaving: false, step });
	}

	/** What this phone knows of the answer to a question: on its way, saved, or nothing yet. */
	answerTo(item) {
		const told = { answer: item.mine, status: item.mine ? "saved" : "none", at: item.savedAt };
		return { ...told, ...this.outbox.look(item) };
	}

	answer(item, answer, { later = false } = {}) {
		clearTimeout(this.typing);
		this.outbox.put(item, answer);
		if (later) this.typing = setTimeout(() => this.outbox.flush(), TYPING_PAUSE);
		else this.outbox.flush();
	}

	/** Sends an answer; a refusal brings what is true now. */
	async send(entry) {
		const result = await this.guard(() => this.api.answer(entry));
		if (result.state) this.arrived(result.state);
		return result;
	}

	sendNow() {
		clearTimeout(this.typing);
		if (this.seat) this.outbox.flush();
	}

	/** The big screen's words, on or off. */
	async hear() {
		this.aloud = (await import("./aloud/aloud.js")).turn(this);
		this.draw();
	}

	goTo(at) {
		this.keep.write("at", at);
		this.set({ at });
	}

	set(changes) {
		this.ui = { ...this.ui, ...changes };
		this.draw();
	}

	draw() {
		this.stale = true;
		if (this.drawing) return;
		this.drawing = true;
		for (; this.stale; this.drawOnce()) this.stale = false;
		this.drawing = false;
	}

	drawOnce() {
		const screen = screenOf(this);
		const foot = this.model.seat && h("footer", { key: "footer" }, seat(this));
		const away = this.seat && this.connection === "trying" && Date.now() - this.since > PATIENCE;
		const tree = [header(this), h("main", { key: "main" }, VIEWS[screen.view](this), away && moved(this), this.seat && this.aloud?.view()), foot].filter(Boolean);
		this.teller.watch(() => draw(this.root, tree), screen);
		document.title = this.model.title || this.say("page");
		if (screen.item) this.teller.tellStatus(this, screen.item);
	}
}

new App(document.getElementById("page"), document.getElementById("said")).start();
