import { Script } from "node:vm";
import { Agent } from "undici";
import { httpModule } from "./http";
import type { Metrics, Tags } from "./metrics";
import { VirtualUser } from "./virtual-user";

export interface VirtualUsersSettings {
    readonly code: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly metrics: Metrics;
    /** Ends what they have under way. */
    readonly signal: AbortSignal;
    readonly timeoutMs: number | undefined;
}

/** The virtual users of a run: those that are free are taken again, so that their connections are, too. */
export class VirtualUsers {
    readonly #settings: VirtualUsersSettings;
    readonly #script: Script;
    readonly #agent = new Agent();
    readonly #free: VirtualUser[] = [];
    #made = 0;

    constructor(settings: VirtualUsersSettings) {
        this.#settings = settings;
        this.#script = new Script(settings.code);
    }

    take(): VirtualUser {
        this.#made += 1;
        return this.#free.pop() ?? this.make(this.#made);
    }

    give(user: VirtualUser): void {
        this.#free.push(user);
    }

    /** @param id 0 for the one that runs `setup` and the summary */
    make(id: number): VirtualUser {
        const { environment, metrics, signal, timeoutMs } = this.#settings;
        const http = (tags: () => Tags) => httpModule({ agent: this.#agent, metrics, signal, timeoutMs, tags });
        metrics.inInit = true;
        const user = new VirtualUser({ script: this.#script, environment, metrics, id, http });
        metrics.inInit = false;
        return user;
    }

    async close(): Promise<void> {
        await this.#agent.destroy();
    }
}
