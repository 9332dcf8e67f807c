package org.mfg.api.testkit;

/** An entry of a field; its words are needed only where a check fails. */
record Entry(int index, int nodes) {
    @Override
    public String toString() {
        return "level " + index / nodes + ", node " + index % nodes + " of a random density";
    }
}
