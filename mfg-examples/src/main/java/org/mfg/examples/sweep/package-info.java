/**
 * Many runs of one game: {@link org.mfg.examples.sweep.SweepSpec} says which, {@link org.mfg.examples.sweep.Plan} numbers
 * them, {@link org.mfg.examples.sweep.Sweep} has them made by the workers of a {@link org.mfg.examples.sweep.SweepEngine}, and {@link org.mfg.examples.sweep.RunsCsv} keeps a row
 * of each, so that a sweep that was killed is finished by another. Uses {@link org.mfg.examples.study} and {@link
 * org.mfg.examples.output}; the file format is in the package yaml.
 */
@NullMarked
package org.mfg.examples.sweep;

import org.jspecify.annotations.NullMarked;
