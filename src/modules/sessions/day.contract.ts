/** Acts on a session on its day: held end, handing over, one-off and split sessions, seats booked in one session. */
export {};
