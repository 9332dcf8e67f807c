package org.mfg.app.check;

/**
 * What came of the check of one provider.
 *
 * @param kind what it provides, for example "hamiltonian"
 * @param name its name
 * @param isSound whether nothing was found against it
 * @param text where it passed, or what is wrong, in a line
 */
public record Finding(String kind, String name, boolean isSound, String text) {}
