package org.mfg.solvers.finitedifferences;

/** Guesses of a backward sweep: what is known of the next level, with the change that the last value function had in between. */
final class LevelGuess {
    private final Mesh mesh;
    private final ParallelAssembly assembly;
    private final double[] oldNext;
    private final ParallelAssembly.NumberedRangeTask task = this::make;
    private double[] u;
    private int at;

    LevelGuess(Mesh mesh, ParallelAssembly assembly) {
        this.mesh = mesh;
        this.assembly = assembly;
        oldNext = new double[mesh.size];
        u = oldNext;
    }

    /** Remembers the last level, which begins at {@code at}, before it is overwritten. */
    void begin(double[] u, int at) {
        System.arraycopy(u, at, oldNext, 0, mesh.size);
    }

    /** Makes the guess at the level that begins at {@code at}, once the next level is solved. */
    void make(double[] u, int at) {
        this.u = u;
        this.at = at;
        assembly.eachRange(task);
    }

    private void make(int range, int from, int to) {
        for (int i = from; i < to; i++) {
            double old = u[at + i];
            u[at + i] = old + u[at + mesh.size + i] - oldNext[i];
            oldNext[i] = old;
        }
    }
}
