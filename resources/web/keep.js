// What this phone remembers: refresh, sleep and a closed tab forget nothing.

/** Values by name in the browser's storage; in memory where a browser refuses to store. */
export class Keep {
	constructor() {
		this.memory = {};
	}

	read(name) {
		try {
			return JSON.parse(localStorage.getItem(`imhtrainer.${name}`)) ?? this.memory[name];
		} catch {
			return this.memory[name];
		}
	}

	write(name, value) {
		delete this.memory[name];
		try {
			localStorage.setItem(`imhtrainer.${name}`, JSON.stringify(value));
		} catch {
			this.memory[name] = value;
		}
	}
}

/** 128 random bits in hexadecimal; `crypto.randomUUID` does not exist on a page without https. */
export function randomKey() {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
