/**
 * How one knows that the numbers are right: closed forms, measured orders, symmetries and simulated agents.
 */
@NullMarked
package org.mfg.examples.verification;

import org.jspecify.annotations.NullMarked;
