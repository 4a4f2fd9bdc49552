'use strict';

const { Model } = require('sequelize');

/**
 * A holder of a library card.
 *
 * @param {import('sequelize').Sequelize} sequelize
 * @param {typeof import('sequelize').DataTypes} DataTypes
 */
module.exports = (sequelize, DataTypes) => {
  class Member extends Model {
    /** @param {Record<string, import('sequelize').ModelStatic<Model>>} models */
    static associate(models) {
      Member.belongsToMany(models.Book, {
        as: 'favourites',
        through: models.MemberFavouritesLink,
        foreignKey: 'member_id',
        otherKey: 'favourite_id',
      });
      Member.hasMany(models.Loan, {
        as: 'loans',
        foreignKey: 'member_id',
        onDelete: 'RESTRICT',
      });
      Member.hasMany(models.Reservation, {
        as: 'reservations',
        foreignKey: 'member_id',
        onDelete: 'CASCADE',
      });
    }

    /** The row as answers show it. */
    toJSON() {
      const row = this.get();
      return {
        id: row.id,
        cardNumber: row.cardNumber,
        name: row.name,
        email: row.email,
        receivesReminders: row.receivesReminders,
        created_at: row.created_at,
        updated_at: row.updated_at,
        favourite_ids: linkedIds(row.favourites),
      };
    }
  }

  Member.init(
    {
      id: {
        type: DataTypes.UUID,
        primaryKey: true,
        defaultValue: DataTypes.UUIDV4,
      },
      // Ten digits on the card.
      cardNumber: {
        type: DataTypes.BIGINT,
        field: 'card_number',
        allowNull: false,
      },
      // Name as in the passport.
      name: {
        type: DataTypes.STRING(160),
        allowNull: false,
      },
      // Reminders go here.
      email: {
        type: DataTypes.STRING(254),
        allowNull: false,
      },
      // Two days before a loan is due.
      receivesReminders: {
        type: DataTypes.BOOLEAN,
        field: 'receives_reminders',
        allowNull: true,
        defaultValue: true,
      },
    },
    {
      sequelize,
      modelName: 'Member',
      tableName: 'members',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      paranoid: true,
      deletedAt: 'deleted_at',
      indexes: [
        {
          name: 'members_card_number_key',
          fields: ['card_number'],
          unique: true,
          where: { deleted_at: null },
        },
        {
          name: 'members_email_key',
          fields: ['email'],
          unique: true,
          where: { deleted_at: null },
        },
      ],
    },
  );

  sequelize.define(
    'MemberFavouritesLink',
    {
      member_id: {
        type: DataTypes.UUID,
        primaryKey: true,
      },
      favourite_id: {
        type: DataTypes.UUID,
        primaryKey: true,
      },
    },
    {
      tableName: 'members_favourites',
      timestamps: false,
      indexes: [
        {
          name: 'members_favourites_favourite_id_idx',
          fields: ['favourite_id'],
        },
      ],
    },
  );

  return Member;
};

/** @param {{ id: string | number }[]} rows */
function linkedIds(rows) {
  return rows
    .map(({ id }) => id)
    .sort((left, right) => (left < right ? -1 : 1));
}
