/** Every answer of the simulator carries it with the value `1`: what is measured against the simulator is marked by it. */
export const SIMULATOR_HEADER = "x-kaireon-simulator";
