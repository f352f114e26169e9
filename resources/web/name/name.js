// The own name as it will be printed: looked at, found right, or corrected. Loaded once the phone is somebody's.

import { h } from "../dom.js";
import { heading, wide } from "../frame.js";
import { form, LONGEST_NAME } from "../join.js";

const WORDS = {
	name_mine: "Name on your certificate",
	name_right: "Yes, print it like this",
	name_said: "You have confirmed the spelling.",
	name_check: "Correct the spelling",
	name_hint: "Capitals and accents, as they shall be printed. For other changes, ask the facilitator.",
	name_send: "Save my name",
};

export class Part {
	constructor(app) {
		this.app = app;
	}

	say(name) {
		return this.app.say(`name_${name}`, {}, WORDS);
	}

	/** How the name will be printed, the word that it is right, and the way to correct it. */
	note() {
		const { app } = this;
		const { name, spelled } = app.model;
		return h("div.note.field", { key: "name" },
			h("p", `${this.say("mine")}: `, h("b", { dir: "auto" }, name)),
			app.ui.problem && h("p.problem", { role: "alert" }, app.say(app.ui.problem)),
			spelled ? h("p.hint", this.say("said")) : wide(app.ui.busy ? app.say("opening") : this.say("right"), () => this.confirm()),
			wide(this.say("check"), () => app.set({ spelling: true, problem: "" }), { class: "quiet" }));
	}

	async confirm() {
		const { app } = this;
		await app.giveName({ name: app.model.name, spelling: true });
		if (app.model.spelled) app.teller.say(this.say("said"));
	}

	/** The spelling of the own name, for the certificate. */
	view() {
		const { app } = this;
		const field = { id: "name", label: this.say("mine"), autocomplete: "name", maxlength: LONGEST_NAME, value: app.model.name };
		return [
			heading(this.say("check")),
			h("p", this.say("hint")),
			form(app, [field], this.say("send"), ({ name }) => app.giveName({ name, spelling: true })),
			wide(app.say("back"), () => app.set({ spelling: false, problem: "" })),
		];
	}
}
