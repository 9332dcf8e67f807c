package com.example.mfg;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mfg.api.testkit.CouplingKit;
import org.mfg.api.testkit.HamiltonianKit;

class PluginTest {

    @Test
    void theHamiltonianKeepsItsPromisesInEveryDimension() {
        for (int d = 1; d <= 3; d++) {
            HamiltonianKit.check(new RelativisticHamiltonian(0.7), d);
        }
    }

    @Test
    void theCouplingKeepsItsPromises() {
        CouplingKit.check(new SaturatingCoupling(0.5, 2), 1);
    }

    @Test
    void agentsNeverMoveFasterThanTheSpeedLimit() {
        RelativisticHamiltonian hamiltonian = new RelativisticHamiltonian(0.7);
        double[] speed = new double[1];
        hamiltonian.momentumGradient(0, new double[] {0.5}, new double[] {1e6}, 1, speed);
        assertTrue(speed[0] <= 0.7);
    }
}
