import { type Ending, nextStep, type SearchSettings } from "./search";
import type { Step } from "./step";

export interface SearchRun {
    readonly settings: SearchSettings;
    /** Of a search that was stopped. */
    readonly begun: readonly Step[];
    readonly runStep: (rate: number) => Promise<Step>;
    /** Lets the queue of the step before drain. */
    readonly coolDown: () => Promise<void>;
    /** Told before a step. */
    readonly onStart?: (rate: number, repeat: boolean) => void;
    /** Told after each step with all steps until then: whoever keeps them can go on from there. */
    readonly onStep: (steps: readonly Step[]) => void;
    readonly signal?: AbortSignal;
}

export interface Searched {
    readonly steps: readonly Step[];
    /** Null where it was stopped before its end. */
    readonly ending: Ending | null;
}

/** Makes the steps that the search asks for, one after the other, until it ends or is stopped; the step that was cut off does not count. */
export async function runSearch(run: SearchRun): Promise<Searched> {
    const steps = [...run.begun];
    const isStopped = () => run.signal?.aborted === true;
    for (;;) {
        const next = nextStep(steps, run.settings);
        if (next.kind === "end") return { steps, ending: next.ending };
        if (steps.length > run.begun.length) await run.coolDown();
        if (isStopped()) return { steps, ending: null };
        run.onStart?.(next.rate, next.repeat);
        const step = await run.runStep(next.rate);
        if (isStopped()) return { steps, ending: null };
        steps.push(step);
        run.onStep(steps);
    }
}
